import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The checkout; tests are compiled to dist/test/languages. */
export const root = join(__dirname, "../../..");

/** A copy of an example outside the checkout, with this package in its node_modules as `npm install` would put it. */
export class LanguageProject {
  /** The project. */
  readonly directory: string;

  constructor(example: string) {
    this.directory = realpathSync(mkdtempSync(join(tmpdir(), `${example}-`)));
    cpSync(join(root, "examples", example), this.directory, { recursive: true });
    mkdirSync(join(this.directory, "node_modules"));
    symlinkSync(root, join(this.directory, "node_modules/pulumi-power-platform"), "dir");
  }

  /**
   * Generates the SDK for Python, which `pulumi install` would also install: nothing is downloaded in a test, so the
   * interpreter on PATH takes the place of the virtual environment. What the program has to be run with.
   */
  preparePython(): Record<string, string> {
    const file = join(this.directory, "Pulumi.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^ +virtualenv: .*\n/m, ""));
    const schema = join(this.directory, "node_modules/pulumi-power-platform/plugin/schema.json");
    const sdks = join(this.directory, "sdks");
    const args = ["package", "gen-sdk", schema, "--language", "python", "--out", sdks];
    const { status, stderr } = spawnSync("pulumi", args, { encoding: "utf8", env: homeIn(this.directory) });
    if (status !== 0) throw new Error(`pulumi ${args.join(" ")}: ${stderr}`);
    return { PYTHONPATH: join(sdks, "python"), PYTHONDONTWRITEBYTECODE: "1" };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Nothing of the user's is read or changed. */
const homeIn = (directory: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PULUMI_HOME: join(directory, "home"),
  PULUMI_SKIP_UPDATE_CHECK: "true",
});
