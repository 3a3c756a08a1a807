import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

import { type Block, runBlock } from "./runBlock";

/** Stories of one process: what a process keeps of them would slow it down. */
const blockSize = 500;

/** Plays many stories in several processes: `node longRun.js --runs 50000 --seed 1 --workers 2`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "50000" },
      seed: { type: "string", default: String(Date.now() % 2 ** 31) },
      kills: { type: "boolean", default: false },
      workers: { type: "string", default: String(availableParallelism()) },
    },
  });
  const blocks: Block[] = [];
  for (let left = Number(values.runs); left > 0; left -= blockSize) {
    const adapter = blocks.length % 2 === 0 ? "dynamic" : "plugin";
    const seed = Number(values.seed) + blocks.length;
    blocks.push({ adapter, runs: Math.min(left, blockSize), seed, kills: values.kills });
  }
  const queue = [...blocks];
  let broken = 0;
  const work = async (): Promise<void> => {
    for (let block = queue.shift(); block !== undefined; block = queue.shift()) {
      const { failed, text } = await runBlock(block);
      if (failed) broken += 1;
      console.log(`${block.adapter}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.workers) }, work));
  console.log(`${values.runs} stories from seed ${values.seed}: ${broken} of ${blocks.length} blocks broken`);
  process.exitCode = broken === 0 ? 0 : 1;
}

void main();
