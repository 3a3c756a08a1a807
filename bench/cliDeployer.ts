import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Deployer, Operation } from "./deployer";
import { projectDirectory } from "./engineDeployer";

const run = promisify(execFile);

const commands: Readonly<Record<Operation, readonly string[]>> = {
  "first up": ["up", "--yes", "--skip-preview"],
  preview: ["preview", "--expect-no-changes"],
  up: ["up", "--yes", "--skip-preview", "--expect-no-changes"],
  change: ["up", "--yes", "--skip-preview"],
  refresh: ["refresh", "--yes", "--skip-preview", "--expect-no-changes"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

/** Deploys with the `pulumi` command, with a separate home and backend. */
export async function cliDeployer(given: Readonly<Record<string, string>>): Promise<Deployer> {
  const home = await mkdtemp(join(tmpdir(), "pulumi-power-platform-bench-"));
  const env = {
    ...process.env,
    ...given,
    PULUMI_HOME: join(home, "home"),
    PULUMI_BACKEND_URL: `file://${home}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  const pulumi = async (...args: readonly string[]): Promise<string> => {
    const options = { cwd: projectDirectory, env, maxBuffer: 256 * 1024 * 1024 };
    const { stdout } = await run("pulumi", [...args, "--stack", "bench", "--non-interactive"], options);
    return stdout;
  };
  await pulumi("stack", "init");
  return {
    run: async (operation) => {
      await pulumi(...commands[operation], "--color", "never");
    },
    stateBytes: async () => (await pulumi("stack", "export")).length,
    close: () => rm(home, { recursive: true, force: true }),
  };
}
