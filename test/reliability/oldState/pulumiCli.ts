import { type ChildProcess, execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Deployment } from "pulumi-power-platform-testing";

const run = promisify(execFile);

/** Whether the Pulumi CLI is on PATH. */
export const hasCli = (): boolean => spawnSync("pulumi", ["version"]).status === 0;

/** A stack that the Pulumi CLI on PATH keeps in a directory of its own: nothing of the user's is read or changed. */
export class PulumiCli {
  private constructor(
    private readonly home: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Makes the stack `recorded`. `project` is the directory of its Pulumi.yaml. */
  static async create(project: string, env: Readonly<Record<string, string>>): Promise<PulumiCli> {
    const home = await mkdtemp(join(tmpdir(), "pulumi-power-platform-states-"));
    const cli = new PulumiCli(home, {
      PATH: process.env.PATH ?? "",
      HOME: home,
      PULUMI_HOME: join(home, "home"),
      PULUMI_BACKEND_URL: `file://${home}`,
      PULUMI_CONFIG_PASSPHRASE: "recorded",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      ...env,
    });
    await cli.run(project, "stack", "init", "recorded");
    return cli;
  }

  /** Runs a command on the stack; what it printed. Rejects with what it printed when it fails. */
  run(project: string, ...args: readonly string[]): Promise<string> {
    return this.start(project, ...args).ended;
  }

  /** Starts a command that may be killed before its end. */
  start(project: string, ...args: readonly string[]): Pick<ChildProcess, "kill"> & { ended: Promise<string> } {
    const options = { cwd: project, env: { ...this.env }, maxBuffer: 64 * 1024 * 1024 };
    const all = [...args, ...(args[1] === "init" ? [] : ["--stack", "recorded"]), "--non-interactive"];
    const running = run("pulumi", [...all, "--color", "never"], options);
    const ended = running.then(
      ({ stdout }) => stdout,
      (error: unknown) => {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        throw new Error(`pulumi ${args.join(" ")} failed:\n${stdout}${stderr}`);
      },
    );
    return { kill: (signal) => running.child.kill(signal), ended };
  }

  async exported(project: string): Promise<Deployment> {
    return JSON.parse(await this.run(project, "stack", "export", "--show-secrets")) as Deployment;
  }

  /** Puts recorded resources into the stack, which encrypts their secrets with its own key. */
  async import(project: string, { deployment, ...form }: Deployment): Promise<void> {
    const own = await this.exported(project);
    const file = join(this.home, "import.json");
    const state = { ...form, deployment: { ...own.deployment, resources: deployment.resources } };
    await writeFile(file, JSON.stringify(state));
    await this.run(project, "stack", "import", "--file", file);
  }

  close(): Promise<void> {
    return rm(this.home, { recursive: true, force: true });
  }
}
