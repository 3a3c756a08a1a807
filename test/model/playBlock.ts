import fc from "fast-check";

import { play } from "./play";
import type { Block, BlockResult } from "./runBlock";
import { startEmulator } from "./startEmulator";
import { stories } from "./stories";
import type { Tally } from "./tally";
import { told } from "./told";

/** Plays a block in this process. */
export async function playBlock({ adapter, runs, seed, kills = false }: Block): Promise<BlockResult> {
  const emulator = await startEmulator();
  const tally: Tally = {};
  const property = fc.asyncProperty(stories(adapter, kills), (story) => play(story, emulator, tally));
  const details = await fc.check(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
  await emulator.close();
  const counts = Object.entries(tally).map(([what, count]) => `${what} ${count}`);
  const summary = `${details.numRuns} stories, seed ${details.seed}: ${counts.sort().join(", ")}`;
  return { failed: details.failed, text: details.failed ? `${summary}\n${told(details)}` : summary };
}
