import { mkdirSync, rmSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

import { Emulator, type LoggedRequest } from "../../testing/emulator";
import { kinds } from "../../provider/resources";
import { ofEachShape } from "../kinds";
import { freshPulumiHome } from "../pulumiHome";
import type { DynamicDriverOptions } from "./dynamicDriver";
import type { ProviderDriver } from "./driver";
import { backupScenarios } from "./backupScenarios";
import { checkScenarios } from "./checkScenarios";
import { environmentScenarios } from "./environmentScenarios";
import { existingScenarios } from "./existingScenarios";
import { faultScenarios } from "./faultScenarios";
import { foreignIdScenarios } from "./foreignIdScenarios";
import { lifecycleScenarios } from "./lifecycleScenarios";
import { interruptedScenarios } from "./interruptedScenarios";
import { heldScenarios, meanwhileScenarios } from "./meanwhileScenarios";
import { governedScenarios } from "./governedScenarios";
import { linkScenarios } from "./linkScenarios";
import { particularSettingScenarios } from "./particularSettingScenarios";
import { settingScenarios } from "./settingScenarios";
import type { Scenario } from "./scenario";
import { Transcript } from "./transcript";
import { ownershipScenarios } from "./ownershipScenarios";
import { particularScenarios } from "./particularScenarios";
import { waitingScenarios } from "./waitingScenarios";

/** Every scenario, for every adapter. */
export const scenarios = [
  ...checkScenarios,
  ...lifecycleScenarios,
  ...existingScenarios,
  ...foreignIdScenarios,
  ...faultScenarios,
  ...interruptedScenarios,
  ...ownershipScenarios,
  ...waitingScenarios,
  ...particularScenarios,
  ...meanwhileScenarios,
  ...heldScenarios,
  ...linkScenarios,
  ...governedScenarios,
  ...settingScenarios,
  ...particularSettingScenarios,
  ...environmentScenarios,
  ...backupScenarios,
];

/** One kind of each shape, and what is of no kind. */
export const scenariosOfShapes = scenarios.filter(
  ({ title }) =>
    kinds.every((kind) => !title.startsWith(`${kind}: `)) || ofEachShape.some((kind) => title.startsWith(`${kind}: `)),
);

/** What an adapter answered in the scenarios that have been played, by title. */
export type Transcripts = ReadonlyMap<string, Transcript>;

/**
 * Plays scenarios through one adapter; a test each. A run with options of its own (`isOwn`) shares no process.
 * @returns what it answered, filled while the tests run
 */
export function playScenarios(
  start: (options: DynamicDriverOptions, isOwn: boolean) => Promise<ProviderDriver>,
  played: readonly Scenario[] = scenarios,
): Transcripts {
  const transcripts = new Map<string, Transcript>();
  let transcript = new Transcript();
  let emulator: Emulator;
  let provider: ProviderDriver | undefined;
  const home = freshPulumiHome();

  before(async () => {
    emulator = await Emulator.start({ isv: true });
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
    return transcript.follow(provider);
  };

  for (const { title, play } of played) {
    it(title, async () => {
      transcript = new Transcript();
      await play({ emulator, run });
      transcript.note("writes", withoutRepeats(emulator.writes));
      transcripts.set(title, transcript);
      if (emulator.contractViolations.length > 0) {
        throw new Error(`the emulator broke the contract: ${JSON.stringify(emulator.contractViolations)}`);
      }
    });
  }
  return transcripts;
}

/** What is asked again until it may be is there once: how often depends on how long the answers take. */
function withoutRepeats(writes: readonly LoggedRequest[]): Pick<LoggedRequest, "method" | "path" | "body">[] {
  const asked = writes.map(({ method, path, body }) => ({ method, path, body }));
  return asked.filter((each, index) => !isDeepStrictEqual(each, asked[index - 1]));
}
