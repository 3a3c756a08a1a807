import { Emulator } from "../../../testing/emulator";
import type { DynamicDriverOptions } from "../../scenarios/dynamicDriver";
import { type PluginDriver, startPluginDriver } from "../../scenarios/pluginDriver";
import { freshPulumiHome } from "../../pulumiHome";
import type { Clock } from "../../../provider/transport/clock";

export interface Harness {
  readonly emulator: Emulator;
  /** A new provider instance, as each run of the engine has it. */
  readonly run: (options?: DynamicDriverOptions & { readonly clock?: Clock }) => Promise<PluginDriver>;
}

/** Registers hooks: an emulator for the tests of a suite, as new for each of them, and plugins that end with the test. */
export function withEmulator(): Harness {
  let emulator: Emulator | undefined;
  const running: PluginDriver[] = [];
  const home = freshPulumiHome();
  before(async () => {
    emulator = await Emulator.start({ isv: true });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((driver) => driver.close()));
    emulator?.reset();
  });
  after(() => emulator?.close());
  return {
    get emulator() {
      if (emulator === undefined) throw new Error("the emulator runs within tests only");
      return emulator;
    },
    async run(options = {}) {
      const driver = await startPluginDriver({
        ...options,
        env: { ...(options.env ?? emulator?.env()), PULUMI_HOME: home },
      });
      running.push(driver);
      return driver;
    },
  };
}
