import { parseArgs } from "node:util";

import { playBlock } from "./playBlock";
import type { Adapter } from "./story";

/** The script of a process that plays a block of stories; ends with 1 when one is broken. */
async function main(): Promise<void> {
  const text = { type: "string", default: "" } as const;
  const kills = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { adapter: text, runs: text, seed: text, kills } });
  const { failed, text: said } = await playBlock({
    adapter: values.adapter as Adapter,
    runs: Number(values.runs),
    // Left out, fast-check thinks of one.
    ...(values.seed === "" ? {} : { seed: Number(values.seed) }),
    kills: values.kills,
  });
  console.log(said);
  process.exit(failed ? 1 : 0);
}

void main();
