import { spawn } from "node:child_process";
import { join } from "node:path";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { pluginClient } from "../../provider/plugin/pluginClient";
import { FakeEngine } from "../../scenarios/fakeEngine";
import { drivePlugin } from "../../scenarios/pluginDriver";
import type { ProviderProcess } from "./providerProcess";

const root = join(__dirname, "../../../..");

/** The plugin's own process, which the engine starts from the folder that Pulumi.yaml names. */
export async function startPluginProcess(env: Readonly<Record<string, string>>): Promise<ProviderProcess> {
  const engine = await FakeEngine.start();
  const child = spawn(process.execPath, [join(root, "dist/provider/plugin/main.js"), engine.address], {
    env: { PATH: process.env.PATH ?? "", ...env },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      resolve();
    });
  });
  const port = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("\n")) resolve(printed.trim());
    });
    void ended.then(() => {
      reject(new Error(`the plugin ended: ${said}`));
    });
  });
  const client = pluginClient(port);
  return {
    run: () => drivePlugin(client, engine),
    cancel: async () => {
      await client.call("cancel", new Empty());
    },
    signal: (signal) => {
      child.stdin.write(`${signal}\n`);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
      client.close();
      engine.close();
    },
  };
}
