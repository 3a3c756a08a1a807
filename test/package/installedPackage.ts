import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { installedTree, type InstalledTree } from "./installedTree";

const execute = promisify(execFile);

/** The checkout; tests are compiled to dist/test/package. */
export const root = path.resolve(__dirname, "../../..");

/** What `npm test` and c8 tell the programs they start about this checkout; another project must not hear it. */
const aboutCheckout =
  /^(npm_(package|lifecycle|command|execpath|config_local_prefix)|INIT_CWD$|NODE_V8_COVERAGE$|POWER_PLATFORM_)/i;

const cleanEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !aboutCheckout.test(name)));

/** Runs a program to its end and gives what it wrote on stdout; a failure is told with all that it wrote. */
export async function run(command: string, args: string[], cwd: string): Promise<string> {
  const shell = process.platform === "win32" && command.startsWith("np");
  try {
    const { stdout } = await execute(command, args, { cwd, env: cleanEnv(), maxBuffer: 2 ** 26, shell });
    return stdout;
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout: string; stderr: string };
    throw new Error(`${message}\n${stdout}\n${stderr}`);
  }
}

/** A copy of the quickstart outside the checkout with the packed tarballs in its node_modules, as a user has it. */
export class InstalledPackage {
  private constructor(
    private readonly folder: string,
    /** The project. */
    readonly directory: string,
  ) {}

  /** Installs `pulumi-power-platform` and the SDK of Pulumi, nothing else; npm fails where a package asks for another Node. */
  static async create(): Promise<InstalledPackage> {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "packed-")));
    const directory = path.join(folder, "project");
    cpSync(path.join(root, "examples/quickstart"), directory, { recursive: true });
    cpSync(path.join(root, "test/package/project"), directory, { recursive: true });
    const installed = new InstalledPackage(folder, directory);
    const sdk = `@pulumi/pulumi@${developedAgainst("@pulumi/pulumi")}`;
    await installed.install("--engine-strict", await installed.pack("."), sdk);
    return installed;
  }

  /** Adds `pulumi-power-platform-testing`. */
  async addTesting(): Promise<void> {
    await this.install("--save-dev", await this.pack("testing"));
  }

  /** Runs a program in the project. */
  run(command: string, args: string[]): Promise<string> {
    return run(command, args, this.directory);
  }

  /** Runs a file of the project with Node and gives the JSON that it writes. */
  async runJson(file: string): Promise<unknown> {
    return JSON.parse(await this.run(process.execPath, [file])) as unknown;
  }

  /** What npm has installed. */
  tree(): InstalledTree {
    return installedTree(this.directory);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async pack(workspace: string): Promise<string> {
    const target = mkdtempSync(path.join(this.folder, "tarball-"));
    const args = ["pack", "--ignore-scripts", "--silent", "--pack-destination", target];
    await run("npm", args, path.join(root, workspace));
    return path.join(target, readdirSync(target)[0] ?? "no tarball");
  }

  private async install(...args: string[]): Promise<void> {
    const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel", "error"];
    await this.run("npm", ["install", ...quiet, ...args]);
  }
}

/** The version in this checkout: its tarball is at hand, and newer ones may need a newer Node. */
function developedAgainst(name: string): string {
  const text = readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
