import { bytesOf, maxTextBytes, tell } from "../errors";
import { PartialFailureError } from "../errors";
import type { Values } from "../declare/plainValues";

/** A failed call in the form for the engine. */
export interface ToldFailure {
  readonly message: string;
  /** Of an object that exists but is not finished. */
  readonly partial?: {
    readonly id: string;
    /** The live outputs that fit. */
    readonly outputs: Values;
    readonly reasons: readonly string[];
  };
}

/**
 * The maximum size of the details of a failed call. Base64 makes four bytes of three. With a percent-encoded text of 8 KB the
 * sum is below 64 KiB, the limit of HTTP/2 trailers. A call with larger trailers is never answered.
 */
const maxDetailBytes = 24_576;

/** For tags and lengths. */
const frameBytes = 256;

/** The outputs that the next run needs. It reads the others from the tenant. */
const needed: ReadonlySet<string> = new Set(["tenantId", "schemaVersion", "found", "adoptedAt", "__provider"]);

/**
 * The error as text, and the recorded outputs of an object that is not finished. Outputs that do not fit are left out, the
 * largest first. The next run completes them.
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
