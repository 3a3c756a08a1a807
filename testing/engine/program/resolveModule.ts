import { createRequire } from "node:module";
import { join } from "node:path";

/** Finds a module of the Pulumi SDK as a program in the directory would. */
export function resolveSdkModule(module: string, directory: string): string {
  const request = `@pulumi/pulumi/${module}`;
  try {
    return createRequire(join(directory, "index.js")).resolve(request);
  } catch (error) {
    throw new Error(`${request} was not found from ${directory}. Install the dependencies of the program.`, {
      cause: error,
    });
  }
}
