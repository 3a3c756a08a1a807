import { mkdirSync, rmSync } from "node:fs";

import { Emulator } from "../../testing/emulator";
import { freshPulumiHome } from "../pulumiHome";
import type { DynamicDriverOptions } from "./dynamicDriver";
import type { ProviderDriver } from "./driver";
import { existingScenarios } from "./existingScenarios";
import { faultScenarios } from "./faultScenarios";
import { lifecycleScenarios } from "./lifecycleScenarios";
import { interruptedScenarios } from "./interruptedScenarios";
import { heldScenarios, meanwhileScenarios } from "./meanwhileScenarios";
import { waitingScenarios } from "./waitingScenarios";

/** Every scenario, for every adapter. */
export const scenarios = [
  ...lifecycleScenarios,
  ...existingScenarios,
  ...faultScenarios,
  ...interruptedScenarios,
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
  const home = freshPulumiHome();

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
    rmSync(home, { recursive: true });
    mkdirSync(home);
  });

  const run = async (options?: DynamicDriverOptions): Promise<ProviderDriver> => {
    await provider?.close();
    provider = await start(
      { ...options, env: { ...emulator.env(), PULUMI_HOME: home, ...options?.env } },
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
