import { createRequire } from "node:module";
import path from "node:path";
import { RunError } from "@pulumi/pulumi";

/** What runs a program for the CLI, in the folder where the provider's process starts too; no program inside of another one. */
const runner = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]/;

let isFound: boolean | undefined;

/**
 * Pulumi's process for dynamic providers looks for this package from the program's folder. Where another package has brought
 * it, pnpm and Yarn hide it there, and Pulumi would say that the module is not found.
 * @throws RunError that says what to install, and where
 */
export function requireFoundByProvider(): void {
  const directory = process.cwd();
  isFound ??= !Object.keys(require.cache).some((file) => runner.test(file)) || canResolveFrom(directory);
  if (!isFound) {
    throw new RunError(
      `pulumi-power-platform is not found from ${directory}, where Pulumi's provider process looks for it. ` +
        "A package that the program uses brings it, but pnpm and Yarn show a project only what the project lists itself. " +
        "List it there: npm install pulumi-power-platform (or pnpm add, yarn add).",
    );
  }
}

function canResolveFrom(directory: string): boolean {
  try {
    createRequire(path.join(directory, "program.js")).resolve("pulumi-power-platform/dynamic");
    return true;
  } catch {
    return false;
  }
}
