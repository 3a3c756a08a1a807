import { neutralLine } from "./neutral";
import { type ErrorDetails, PowerPlatformError } from "./powerPlatformError";
import { redactCredentials } from "./redact";
import { retell } from "./retell";
import type { SafeCause } from "./safeCause";
import { tell } from "./tell";

/**
 * An error for somebody else's code, such as the program that called a function: of the same class, with the same status, codes
 * and ids, and every text as `tell` has it.
 */
export function told(error: unknown): Error {
  if (error instanceof PowerPlatformError) {
    const details = members(error as unknown as Record<string, unknown>) as ErrorDetails;
    const safe = retell(error, tell(error), details);
    hide(safe, "cause", toldCause(error.cause));
    return withFrames(safe, error);
  }
  const safe = new Error(tell(error));
  if (error instanceof Error) hide(safe, "name", error.name);
  return withFrames(safe, error);
}

/** What programs branch on. The service chooses it, so it may look like a secret of the program. */
const names: ReadonlySet<string> = new Set(["code", "codes", "requestId", "correlationId"]);

const members = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, toldValue(value, names.has(key) ? toldName : tell)]),
  );

const toldName = (name: string): string => neutralLine(redactCredentials(name));

function toldValue(value: unknown, tellText: (text: string) => string): unknown {
  if (typeof value === "string") return tellText(value);
  if (Array.isArray(value)) return value.map((item) => toldValue(item, tellText));
  if (typeof value !== "object" || value === null) return value;
  return members(value as Readonly<Record<string, unknown>>);
}

function toldCause(cause: unknown): unknown {
  if (cause === undefined || cause instanceof PowerPlatformError) return cause && told(cause);
  const { cause: deeper, ...own } = cause as SafeCause;
  return deeper === undefined ? members(own) : { ...members(own), cause: toldCause(deeper) };
}

/** Where it was thrown, below the words that are shown. */
function withFrames(safe: Error, original: unknown): Error {
  const stack = original instanceof Error ? (original.stack ?? "") : "";
  const frames = stack.split("\n").filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  hide(safe, "stack", [`${safe.name}: ${safe.message}`, ...frames.map(tell)].join("\n"));
  return safe;
}

function hide(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: false, configurable: true, writable: true });
}
