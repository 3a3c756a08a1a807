import { Emulator } from "../../testing/emulator";
import type { DynamicDriverOptions } from "./dynamicDriver";
import type { ProviderDriver } from "./driver";
import { existingScenarios } from "./existingScenarios";
import { faultScenarios } from "./faultScenarios";
import { lifecycleScenarios } from "./lifecycleScenarios";
import { heldScenarios, meanwhileScenarios } from "./meanwhileScenarios";
import { waitingScenarios } from "./waitingScenarios";

/** Every scenario, for every adapter. */
export const scenarios = [
  ...lifecycleScenarios,
  ...existingScenarios,
  ...faultScenarios,
  ...waitingScenarios,
  ...meanwhileScenarios,
  ...heldScenarios,
];

/** Plays every scenario through one adapter; a test each. A run with options of its own (`isOwn`) shares no process. */
export function playScenarios(
  start: (options: DynamicDriverOptions, isOwn: boolean) => Promise<ProviderDriver>,
): void {
  let emulator: Emulator;
  let provider: ProviderDriver | undefined;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(async () => {
    await emulator.close();
  });

  afterEach(async () => {
    await provider?.close();
    provider = undefined;
    emulator.reset();
  });

  const run = async (options?: DynamicDriverOptions): Promise<ProviderDriver> => {
    await provider?.close();
    provider = await start(
      { ...options, env: { ...emulator.env(), ...options?.env } },
      options !== undefined,
    );
    return provider;
  };

  for (const { title, play } of scenarios) {
    it(title, async () => {
      await play({ emulator, run });
      if (emulator.contractViolations.length > 0) {
        throw new Error(`the emulator broke the contract: ${JSON.stringify(emulator.contractViolations)}`);
      }
    });
  }
}
