import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

import { ConfigurationError } from "../../errors";
import type { Clock } from "../../transport/clock";
import type { IntentLog } from "./intentLog";

export interface FileIntentLog extends IntentLog {
  /** The run ends in an orderly way: what it has answered is in state. */
  readonly end: () => void;
}

export interface FileIntentLogOptions {
  /** Pulumi's own directory of the user. */
  readonly home: string;
  /** Backend, project and stack that the process works for; `undefined` while nobody knows. */
  readonly stack: () => Promise<string | undefined>;
  readonly clock: Pick<Clock, "now">;
  /** What the processes of one run of the engine have in common, and no others. @default nobody knows */
  readonly run?: string | undefined;
}

/** After this time an intent proves nothing any more. */
const keptForMs = 30 * 24 * 60 * 60 * 1_000;

/** What earlier processes have left of a create. */
interface Left {
  readonly sentAt: number;
  readonly paths: readonly string[];
}

/**
 * Keeps the intent of each create in a file of its own, `power-platform/creates/<stack>/<key>.<process>.<run>` below Pulumi's
 * directory. Names are hashes and the content is a time, so it holds nothing of the program. Others may work for the stack at the
 * same time: nobody touches what another one has written since he began. Each provider instance is a process: the intent of another
 * one of the same run is about a resource of the program that is none of ours.
 */
export function fileIntentLog({ home, stack, clock, run }: FileIntentLogOptions): FileIntentLog {
  const ofRun = run === undefined ? "" : `.${hash(run).slice(0, 8)}`;
  const own = `${randomBytes(4).toString("hex")}${ofRun}`;
  /** When this process has sent what. */
  const sent = new Map<string, number>();
  const answered = new Set<string>();
  let directory: string | undefined;
  let earlier: Promise<Map<string, Left>> | undefined;
  /** What was left, as far as it has been read. */
  let left: Map<string, Left> = new Map();

  const readLeft = async (): Promise<Map<string, Left>> => {
    if (directory === undefined) {
      const name = await stack();
      if (name === undefined) return left;
      directory = join(home, "power-platform", "creates", hash(name).slice(0, 16));
    }
    return (left = await (earlier ??= readIntents(directory, ofRun, clock.now())));
  };

  const pathsOf = (key: string): readonly string[] =>
    directory === undefined || !sent.has(key) ? [] : [join(directory, `${key}.${own}`)];
  const pathsLeftOf = (key: string): readonly string[] => left.get(key)?.paths ?? [];

  const forgetLeft = async (key: string): Promise<void> => {
    const paths = pathsLeftOf(key);
    left.delete(key);
    await Promise.all(paths.map(remove));
  };

  return {
    async sending(key, sentAt) {
      await readLeft();
      if (directory === undefined) return;
      sent.set(key, sentAt);
      answered.delete(key);
      write(directory, `${key}.${own}`, new Date(sentAt).toISOString());
    },
    async refused(key) {
      const paths = pathsOf(key);
      sent.delete(key);
      answered.delete(key);
      await Promise.all(paths.map(remove));
      await forgetLeft(key);
    },
    answered: (key) => void answered.add(key),
    sentAt: async (key) => sent.get(key) ?? (await readLeft()).get(key)?.sentAt,
    async recorded(key) {
      if ((await readLeft()).size > 0) await forgetLeft(key());
    },
    end() {
      if (directory === undefined) return;
      try {
        for (const key of answered) {
          // Who has sent a create of his own knows nothing of what became of an earlier one.
          for (const path of sent.has(key) ? pathsOf(key) : pathsLeftOf(key)) rmSync(path, { force: true });
        }
        rmdirSync(directory);
      } catch {
        // It holds intents of creates that have no answer, or could never be made.
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
    // Somebody is about to write it.
    if (text === "") continue;
    const at = Date.parse(text);
    const [key = ""] = name.split(".");
    const { sentAt, paths } = intents.get(key) ?? { sentAt: 0, paths: [] };
    if (at >= now - keptForMs) intents.set(key, { sentAt: Math.max(at, sentAt), paths: [...paths, path] });
    else await remove(path);
  }
  return intents;
}

/**
 * At once: a create waits for it, and this costs less than to have it done. Again where there is no directory yet, or another
 * process has just taken the empty one away.
 */
function write(directory: string, name: string, text: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      writeFileSync(join(directory, name), text);
      return;
    } catch (error) {
      if (attempt === 3) throw notWritable(directory, error);
      makeDirectory(directory);
    }
  }
}

/** Folder by folder: `recursive` never ends below /proc. */
function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(directory) === directory) throw notWritable(directory, error);
    makeDirectory(dirname(directory));
    makeOnce(directory);
  }
}

function makeOnce(directory: string): void {
  try {
    mkdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw notWritable(directory, error);
  }
}

const notWritable = (directory: string, error: unknown): ConfigurationError =>
  error instanceof ConfigurationError
    ? error
    : new ConfigurationError(
        `the folder ${directory} cannot be written (${error instanceof Error ? error.message : String(error)}), so a create that is interrupted could not be found again; nothing was sent.\n` +
          "  Let PULUMI_HOME name a folder that can be written.",
      );

const remove = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined);
