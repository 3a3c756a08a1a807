import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import type { Clock } from "../../transport/clock";
import type { IntentLog } from "./intentLog";

export interface FileIntentLog extends IntentLog {
  /** The run ends in an orderly way: what it has answered is in state. */
  readonly end: () => void;
}

export interface FileIntentLogOptions {
  /** Pulumi's own directory of the user. */
  readonly home: string;
  /** Project and stack that the process works for; `undefined` while nobody knows. */
  readonly stack: () => Promise<string | undefined>;
  readonly clock: Pick<Clock, "now">;
  /** What the processes of one run of the engine have in common, and no others. @default nobody knows */
  readonly run?: string | undefined;
}

/** After this time a note proves nothing any more. */
const keptForMs = 30 * 24 * 60 * 60 * 1_000;

/** No run takes longer. A later one may have the address of one that was killed. */
const longestRunMs = 24 * 60 * 60 * 1_000;

/** What earlier processes have left of a create. */
interface Left {
  readonly sentAt: number;
  readonly paths: readonly string[];
}

/**
 * Keeps a note of each create in a file of its own, `power-platform/creates/<stack>/<key>.<process>.<run>` below Pulumi's
 * directory. Names are hashes and the content is a time, so it holds nothing of the program. Where files cannot be written there are
 * no notes. Others may work for the stack at the same time: nobody touches what another one has noted since he began. Each provider
 * instance is a process: what another one of the same run has noted is about a resource of the program that is none of ours.
 *
 * What a create has taken over has a note too, `<object>.taken.<run>`, for the other instances of the run: one of them may have the
 * object under a former name, and is going to delete it.
 */
export function fileIntentLog({ home, stack, clock, run }: FileIntentLogOptions): FileIntentLog {
  const ofRun = run === undefined ? "" : `.${hash(run).slice(0, 8)}`;
  const own = `${randomBytes(4).toString("hex")}${ofRun}`;
  /** When this process has sent what. */
  const sent = new Map<string, number>();
  const answered = new Set<string>();
  const taken = new Set<string>();
  let directory: string | undefined;
  let earlier: Promise<Map<string, Left>> | undefined;
  /** What was left, as far as it has been read. */
  let left: Map<string, Left> = new Map();

  const locate = async (): Promise<string | undefined> => {
    if (directory !== undefined) return directory;
    const name = await stack();
    if (name === undefined) return undefined;
    return (directory = join(home, "power-platform", "creates", hash(name).slice(0, 16)));
  };

  const notes = async (): Promise<Map<string, Left>> => {
    const folder = await locate();
    if (folder === undefined) return left;
    return (left = await (earlier ??= readNotes(folder, ofRun, clock.now())));
  };

  const takenNameOf = (object: string): string => `${hash(object)}.taken${ofRun}`;
  /** Where the provider instances of a run find each other's notes. */
  const sharedFolder = async (): Promise<string | undefined> => (ofRun === "" ? undefined : locate());

  const pathsOf = (key: string): readonly string[] =>
    directory === undefined || !sent.has(key) ? [] : [join(directory, `${key}.${own}`)];
  const pathsLeftOf = (key: string): readonly string[] => left.get(key)?.paths ?? [];

  const withdrawn = async (key: string): Promise<void> => {
    const paths = pathsOf(key);
    sent.delete(key);
    answered.delete(key);
    await Promise.all(paths.map(remove));
  };
  const recorded = async (key: string): Promise<void> => {
    const paths = pathsLeftOf(key);
    left.delete(key);
    await Promise.all(paths.map(remove));
  };

  return {
    async sending(key) {
      await notes();
      if (directory === undefined) return;
      const now = clock.now();
      sent.set(key, now);
      answered.delete(key);
      write(directory, `${key}.${own}`, new Date(now).toISOString());
    },
    async refused(key) {
      await withdrawn(key);
      await recorded(key);
    },
    withdrawn,
    answered: (key) => void answered.add(key),
    sentAt: async (key) => sent.get(key) ?? (await notes()).get(key)?.sentAt,
    leftAt: async (key) => {
      const all = await notes();
      return all.size === 0 ? undefined : all.get(key())?.sentAt;
    },
    recorded,
    async takes(object) {
      const folder = await sharedFolder();
      if (folder === undefined) return;
      const name = takenNameOf(object);
      taken.add(name);
      write(folder, name, new Date(clock.now()).toISOString());
    },
    async isTaken(object) {
      const folder = await sharedFolder();
      if (folder === undefined) return false;
      const text = await readFile(join(folder, takenNameOf(object)), "utf8").catch(() => "");
      return Date.parse(text) >= clock.now() - longestRunMs;
    },
    end() {
      if (directory === undefined) return;
      try {
        for (const name of taken) rmSync(join(directory, name), { force: true });
        for (const key of answered) {
          // Who has sent a create of his own knows nothing of what became of an earlier one.
          for (const path of sent.has(key) ? pathsOf(key) : pathsLeftOf(key)) rmSync(path, { force: true });
        }
        rmdirSync(directory);
      } catch {
        // It holds notes of creates that have no answer, or could never be made.
      }
    },
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function readNotes(directory: string, ofRun: string, now: number): Promise<Map<string, Left>> {
  const notes = new Map<string, Left>();
  for (const name of await readdir(directory).catch(() => [])) {
    if (ofRun !== "" && name.endsWith(ofRun)) continue;
    const path = join(directory, name);
    const text = await readFile(path, "utf8").catch(() => "");
    // Somebody is about to write it.
    if (text === "") continue;
    const at = Date.parse(text);
    const [key = "", kindOfNote] = name.split(".");
    if (kindOfNote === "taken") {
      if (at < now - longestRunMs) await remove(path);
      continue;
    }
    const { sentAt, paths } = notes.get(key) ?? { sentAt: 0, paths: [] };
    if (at >= now - keptForMs) notes.set(key, { sentAt: Math.max(at, sentAt), paths: [...paths, path] });
    else await remove(path);
  }
  return notes;
}

/**
 * At once: a create waits for it, and this costs less than to have it done. Again where there is no directory yet, or another
 * process has just taken the empty one away.
 */
function write(directory: string, name: string, text: string): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(join(directory, name), text);
      return;
    } catch {
      makeDirectory(directory);
    }
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch {
    // Here are no files, and so no notes.
  }
}

const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);
