import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import type { Deployed, Deployer } from "./deployer";

const run = promisify(execFile);

/** The version of the Pulumi CLI on PATH. `undefined` without a CLI. */
export async function pulumiVersion(): Promise<string | undefined> {
  try {
    return (await run("pulumi", ["version"])).stdout.trim();
  } catch {
    return undefined;
  }
}

/**
 * Deploys with the Pulumi CLI. State, plugin folder and passphrase are in a temporary directory, so
 * nothing of the user is read or changed.
 */
export async function cliDeployer(
  version: string,
  project: string,
  tenantEnv: Readonly<Record<string, string>>,
): Promise<Deployer> {
  const home = await mkdtemp(join(tmpdir(), "pulumi-power-platform-demo-"));
  const env = {
    ...process.env,
    ...tenantEnv,
    PULUMI_HOME: join(home, "home"),
    PULUMI_BACKEND_URL: `file://${home}`,
    PULUMI_CONFIG_PASSPHRASE: "demo",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK: "true",
  };
  const pulumi = async (...args: string[]): Promise<Deployed> => {
    const options = { cwd: project, env, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await run("pulumi", [...args, "--non-interactive", "--color", "never"], options);
    const text = stdout.trim();
    return { text, warnings: text.split("\n").filter((line) => line.trim().startsWith("warning:")) };
  };
  await pulumi("stack", "init", "demo");
  return {
    name: `Pulumi CLI ${version}`,
    preview: () => pulumi("preview", "--stack", "demo", "--diff"),
    up: () => pulumi("up", "--stack", "demo", "--yes", "--skip-preview", "--suppress-permalink"),
    destroy: () => pulumi("destroy", "--stack", "demo", "--yes", "--skip-preview"),
    close: () => rm(home, { recursive: true, force: true }),
  };
}
