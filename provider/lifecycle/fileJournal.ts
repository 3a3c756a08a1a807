import { createHash } from "node:crypto";
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { Clock } from "../transport/clock";
import type { Journal } from "./journal";

export interface FileJournal extends Journal {
  /** The run ends in an orderly way: what it has answered is in state. */
  readonly end: () => void;
}

export interface FileJournalOptions {
  /** Pulumi's own directory of the user. */
  readonly home: string;
  /** Project and stack that the process works for; `undefined` while nobody knows. */
  readonly stack: () => Promise<string | undefined>;
  readonly clock: Pick<Clock, "now">;
}

/** After this time a note proves nothing any more. */
const keptForMs = 30 * 24 * 60 * 60 * 1_000;

/**
 * Keeps a note of each create in a file of its own, `power-platform/creates/<stack>/<key>` below Pulumi's directory. Names
 * are hashes and the content is a time, so it holds nothing of the program. Where files cannot be written there are no notes.
 */
export function fileJournal({ home, stack, clock }: FileJournalOptions): FileJournal {
  /** When this process has sent what. */
  const own = new Map<string, number>();
  const answered = new Set<string>();
  let directory: string | undefined;
  let earlier: Promise<Map<string, number>> | undefined;

  const locate = async (): Promise<string | undefined> => {
    if (directory !== undefined) return directory;
    const name = await stack();
    if (name === undefined) return undefined;
    const folder = createHash("sha256").update(name).digest("hex").slice(0, 16);
    return (directory = join(home, "power-platform", "creates", folder));
  };

  /** What earlier processes have left. */
  const notes = async (): Promise<Map<string, number>> => {
    const folder = await locate();
    if (folder === undefined) return new Map();
    return (earlier ??= readNotes(folder, clock.now() - keptForMs));
  };

  const forget = async (key: string): Promise<void> => {
    own.delete(key);
    answered.delete(key);
    if (directory !== undefined) await remove(join(directory, key));
  };

  return {
    async sending(key) {
      await notes();
      if (directory === undefined) return;
      const now = clock.now();
      own.set(key, now);
      answered.delete(key);
      write(directory, key, new Date(now).toISOString());
    },
    refused: forget,
    answered: (key) => void answered.add(key),
    sentAt: async (key) => own.get(key) ?? (await notes()).get(key),
    async recorded(keyOf) {
      const left = await notes();
      if (left.size === 0) return;
      const key = keyOf();
      if (left.delete(key) && !own.has(key)) await forget(key);
    },
    end() {
      if (directory === undefined) return;
      try {
        for (const key of answered) rmSync(join(directory, key), { force: true });
        rmdirSync(directory);
      } catch {
        // It holds notes of creates that have no answer, or could never be made.
      }
    },
  };
}

/** Synchronously: the create waits for it anyway, and so it costs a tenth of the processor time. */
function write(directory: string, key: string, text: string): void {
  const path = join(directory, key);
  try {
    writeFileSync(path, text);
  } catch {
    try {
      mkdirSync(directory, { recursive: true });
      writeFileSync(path, text);
    } catch {
      // Here are no files.
    }
  }
}

async function readNotes(directory: string, oldest: number): Promise<Map<string, number>> {
  const keys = await readdir(directory).catch(() => []);
  const notes = new Map<string, number>();
  for (const key of keys) {
    const path = join(directory, key);
    const at = Date.parse(await readFile(path, "utf8").catch(() => ""));
    if (at >= oldest) notes.set(key, at);
    else await remove(path);
  }
  return notes;
}

const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);
