import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

import { ConfigurationError } from "../../errors";
import type { Clock } from "../../transport/clock";
import type { IntentLog } from "./intentLog";

export interface FileIntentLog extends IntentLog {
  /** The run ends normally. All answers are in state. */
  readonly end: () => void;
}

export interface FileIntentLogOptions {
  /** Pulumi's own directory of the user. */
  readonly home: string;
  /** Backend, project and stack of the process. `undefined` while they are unknown. */
  readonly stack: () => Promise<string | undefined>;
  readonly clock: Pick<Clock, "now">;
  /** A text that only the processes of one run have in common. @default unknown */
  readonly run?: string | undefined;
}

/** An intent expires after this time. */
const keptForMs = 30 * 24 * 60 * 60 * 1_000;

/** The intents of earlier processes for one create. */
interface Left {
  readonly sentAt: number;
  readonly found?: string;
  readonly paths: readonly string[];
}

/**
 * Keeps the intent of each create in a separate file, `power-platform/creates/<stack>/<key>.<process>.<run>` below Pulumi's
 * directory. Names are hashes and the content is a time, so nothing of the program is in it; of settings, the second line has the values
 * before the write. Other processes may work for the stack
 * at the same time. A process deletes only its own intents and those that it found at its start. Each provider instance is a process.
 * An intent of another instance of the same run belongs to a resource of the program that this instance does not have.
 */
export function fileIntentLog({ home, stack, clock, run }: FileIntentLogOptions): FileIntentLog {
  const ofRun = run === undefined ? "" : `.${hash(run).slice(0, 8)}`;
  const own = `${randomBytes(4).toString("hex")}${ofRun}`;
  /** The send times of this process, by key. */
  const sent = new Map<string, number>();
  const answered = new Set<string>();
  let directory = "";
  let earlier: Promise<Map<string, Left>> | undefined;
  /** The intents of earlier processes that were read. */
  let left = new Map<string, Left>();

  const readLeft = async (): Promise<Map<string, Left>> => {
    if (directory === "") {
      const name = await stack();
      if (name === undefined) return left;
      directory = join(home, "power-platform", "creates", hash(name).slice(0, 16));
    }
    return (left = await (earlier ??= readIntents(directory, ofRun, clock.now())));
  };
  const ownPath = (key: string): string => join(directory, `${key}.${own}`);
  const forgetLeft = async (key: string): Promise<void> => {
    const { paths = [] } = left.get(key) ?? {};
    left.delete(key);
    await Promise.all(paths.map(remove));
  };

  return {
    async sending(key, sentAt, found) {
      await readLeft();
      if (directory === "") return;
      sent.set(key, sentAt);
      answered.delete(key);
      const lines = [new Date(sentAt).toISOString(), ...(found === undefined ? [] : [found])];
      write(directory, ownPath(key), lines.join("\n"));
    },
    async refused(key) {
      answered.delete(key);
      if (sent.delete(key)) await remove(ownPath(key));
      await forgetLeft(key);
    },
    answered: (key) => void answered.add(key),
    sentAt: async (key) => sent.get(key) ?? (await readLeft()).get(key)?.sentAt,
    found: async (key) => (await readLeft()).get(key)?.found,
    async recorded(key) {
      if ((await readLeft()).size > 0) await forgetLeft(key());
    },
    end() {
      if (directory === "") return;
      try {
        for (const key of answered) {
          // After its own create, a process does not know the result of an earlier one.
          const paths = sent.has(key) ? [ownPath(key)] : (left.get(key)?.paths ?? []);
          for (const path of paths) rmSync(path, { force: true });
        }
        rmdirSync(directory);
      } catch {
        // It has intents of creates without an answer, or it was never created.
      }
    },
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function readIntents(directory: string, ofRun: string, now: number): Promise<Map<string, Left>> {
  const intents = new Map<string, Left>();
  for (const name of await readdir(directory).catch(() => [])) {
    if (ofRun !== "" && name.endsWith(ofRun)) continue;
    const path = join(directory, name);
    const text = await readFile(path, "utf8").catch(() => "");
    // Another process is about to write it.
    if (text === "") continue;
    const [time = "", found] = text.split("\n");
    const at = Date.parse(time);
    const [key = ""] = name.split(".");
    const { sentAt, paths, ...known }: Left = intents.get(key) ?? { sentAt: 0, paths: [] };
    const values = found === undefined || at < sentAt ? known : { found };
    if (at >= now - keptForMs) intents.set(key, { sentAt: Math.max(at, sentAt), paths: [...paths, path], ...values });
    else await remove(path);
  }
  return intents;
}

/**
 * Synchronous: a create waits for it, and this is faster than an asynchronous write. Retries if there is no directory yet, or if
 * another process has just removed the empty one.
 */
function write(directory: string, path: string, text: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      if (attempt > 1) makeDirectory(directory);
      writeFileSync(path, text);
      return;
    } catch (error) {
      if (attempt < 3) continue;
      const why = error instanceof Error ? error.message : String(error);
      throw new ConfigurationError(
        `the folder ${directory} cannot be written (${why}), so a create that is interrupted could not be found again; nothing was sent.\n` +
          "  Let PULUMI_HOME name a folder that can be written.",
      );
    }
  }
}

/** Folder by folder: `recursive` never ends below /proc. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makeDirectory(dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(directory)) throw error;
  }
}

const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);
