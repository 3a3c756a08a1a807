import { parseArgs } from "node:util";
import fc from "fast-check";

import { play } from "./play";
import { startEmulator } from "./startEmulator";
import { stories } from "./stories";
import type { Adapter } from "./story";
import type { Tally } from "./tally";
import { told } from "./told";

/** The script of a process that plays a block of stories; ends with 1 when one is broken. */
async function main(): Promise<void> {
  const text = { type: "string", default: "" } as const;
  const kills = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { adapter: text, runs: text, seed: text, kills } });
  const emulator = await startEmulator();
  const tally: Tally = {};
  const property = fc.asyncProperty(stories(values.adapter as Adapter, values.kills), (story) =>
    play(story, emulator, tally),
  );
  const details = await fc.check(property, {
    numRuns: Number(values.runs),
    // Left out, fast-check thinks of one.
    ...(values.seed === "" ? {} : { seed: Number(values.seed) }),
  });
  await emulator.close();
  const counts = Object.entries(tally).map(([what, count]) => `${what} ${count}`);
  console.log(`${details.numRuns} stories, seed ${details.seed}: ${counts.sort().join(", ")}`);
  if (details.failed) console.log(told(details));
  process.exit(details.failed ? 1 : 0);
}

void main();
