import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";

import { type PluginClient, pluginClient } from "../provider/plugin/pluginClient";
import { freshPulumiHome } from "../pulumiHome";
import { FakeEngine } from "./fakeEngine";

const root = join(__dirname, "../../..");

/** The process of the plugin, and what its engine sees of it. */
export interface PluginProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly client: PluginClient;
  readonly engine: FakeEngine;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly close: () => Promise<void>;
}

/**
 * Starts it as the engine does: by the executable of the package's folder, from another directory.
 * @param env environment of the process beside PATH
 */
export async function startPluginProcess(env: Readonly<Record<string, string>>): Promise<PluginProcess> {
  const engine = await FakeEngine.start();
  const isWindows = process.platform === "win32";
  const executable = join(root, "plugin", `pulumi-resource-power-platform${isWindows ? ".cmd" : ""}`);
  const child = spawn(executable, [engine.address], {
    cwd: join(root, ".."),
    env: { PATH: process.env.PATH ?? "", PULUMI_HOME: freshPulumiHome(), ...env },
    shell: isWindows,
  });
  let printed = "";
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("\n")) resolve(printed.trim());
    });
    child.once("exit", () => {
      reject(new Error(`it ended: ${said}`));
    });
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.once("close", (code, signal) => {
      resolve(code ?? signal);
    });
  });
  const client = pluginClient(port);
  return {
    child,
    client,
    engine,
    ended,
    stdout: () => printed,
    stderr: () => said,
    close: async () => {
      client.close();
      child.kill("SIGKILL");
      await ended;
      engine.close();
    },
  };
}
