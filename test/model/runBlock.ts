import { fork } from "node:child_process";
import { join } from "node:path";

import type { Adapter } from "./story";

/** Stories that begin with one adapter, made from a seed. */
export interface Block {
  readonly adapter: Adapter;
  readonly runs: number;
  /** @default fast-check thinks of one */
  readonly seed?: number;
  /** Whether runs are killed, too. @default false */
  readonly kills?: boolean;
}

/** What came of a block: counts of what happened, and where a story is broken which one. */
export interface BlockResult {
  readonly failed: boolean;
  readonly text: string;
}

/** Plays a block in a process of its own. */
export function runBlock({ adapter, runs, seed, kills = false }: Block): Promise<BlockResult> {
  const args = ["--adapter", adapter, "--runs", String(runs)];
  const seedArgs = seed === undefined ? [] : ["--seed", String(seed)];
  const killArgs = kills ? ["--kills"] : [];
  const child = fork(join(__dirname, "block.js"), [...args, ...seedArgs, ...killArgs], { silent: true });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      resolve({ failed: code !== 0, text });
    });
  });
}
