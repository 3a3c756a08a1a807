import { bytesOf, maxTextBytes, tell } from "../errors";
import { PartialFailureError } from "../lifecycle/partialFailure";
import type { Values } from "../declare/plainValues";

/** A failed call as the engine is told of it. */
export interface ToldFailure {
  readonly message: string;
  /** Of an object that exists but is not finished. */
  readonly partial?: {
    readonly id: string;
    /** What is live, as far as there is room. */
    readonly outputs: Values;
    readonly reasons: readonly string[];
  };
}

/**
 * The most that goes beside the text of a failed call: base64 makes four bytes of three, and with a text of 8 KB, percent-encoded,
 * it stays below the 64 KiB at which HTTP/2 trailers end. A call with larger ones would never be answered.
 */
const maxDetailBytes = 24_576;

/** For tags and lengths. */
const frameBytes = 256;

/** What the next run needs to work on the object; all else it reads from the tenant. */
const needed: ReadonlySet<string> = new Set(["tenantId", "schemaVersion", "found", "__provider"]);

/**
 * The error as text and as what is recorded of an object that is not finished. Outputs for which there is no room are left out, the
 * largest first: the next run completes them.
 * @param size bytes of outputs as they are sent
 */
export function toldFailure(error: unknown, size: (outputs: Values) => number): ToldFailure {
  const message = tell(error);
  if (!(error instanceof PartialFailureError)) return { message };
  const { id } = error;
  const own = error.reasons.map(tell);
  const reasons = sum(own.map(bytesOf)) > maxTextBytes ? [message] : own;
  const room = maxDetailBytes - frameBytes - sum([id, message, ...reasons].map(bytesOf));
  return { message, partial: { id, outputs: fitting(error.outputs, size, room), reasons } };
}

function fitting(outputs: Values, size: (outputs: Values) => number, room: number): Values {
  let kept = Object.entries(outputs);
  const largestFirst = kept
    .filter(([name]) => !needed.has(name))
    .map(([name, value]) => ({ name, bytes: size({ [name]: value }) }))
    .sort((a, b) => b.bytes - a.bytes);
  for (const { name } of largestFirst) {
    if (size(Object.fromEntries(kept)) <= room) break;
    kept = kept.filter(([other]) => other !== name);
  }
  return Object.fromEntries(kept);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
