import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { startDynamicProcess } from "../../scenarios/dynamicDriver";
import type { ProviderDriver } from "../../scenarios/driver";
import { drivePlugin } from "../../scenarios/pluginDriver";
import { startPluginProcess } from "../../scenarios/pluginProcess";

/** A provider's process of either adapter. */
export interface ProviderProcess {
  /**
   * Drives it as a run of the engine that has just started it.
   * @param isAbandoned the engine of the run before did not come to its end
   */
  run(isAbandoned: boolean): Promise<ProviderDriver>;
  /** What the engine says on the first Ctrl-C. */
  cancel(): Promise<void>;
  /** Tells `givenTime` something. */
  signal(signal: TimeSignal): void;
  /** Ends it without a word. */
  kill(): Promise<void>;
}

/** What a test tells a process whose time it gives: attempts under way take too long, or a new run begins now. */
export type TimeSignal = "time out" | "new run";

export const adapters = ["dynamic", "plugin"] as const;

export type Adapter = (typeof adapters)[number];

/** The plugin asks the engine to refresh before every update; the dynamic adapter is played without. */
export const refreshes = (adapter: Adapter): boolean => adapter === "plugin";

const starters: Readonly<
  Record<Adapter, (env: Readonly<Record<string, string>>) => Promise<ProviderProcess>>
> = {
  plugin: async (env) => {
    const { child, client, engine, close } = await startPluginProcess(env);
    return {
      run: () => drivePlugin(client, engine),
      cancel: async () => {
        await client.call("cancel", new Empty());
      },
      signal: (signal) => {
        child.stdin.write(`${signal}\n`);
      },
      kill: close,
    };
  },
  dynamic: async (env) => {
    const running = await startDynamicProcess({ env });
    return {
      run: (isAbandoned) => Promise.resolve(running.run({ isAbandoned })),
      cancel: () => running.cancel(),
      signal: (signal) => {
        running.stdin.write(`${signal}\n`);
      },
      kill: () => running.close(),
    };
  },
};

export const startProcess = (
  adapter: Adapter,
  env: Readonly<Record<string, string>>,
): Promise<ProviderProcess> => starters[adapter](env);
