import { TimeoutError } from "../errors";
import { type Clock, systemClock } from "./clock";
import { growingWaitMs } from "./backoff";

export interface PollOptions<T> {
  /** Looks once. What it throws ends the wait. */
  readonly read: () => Promise<T>;
  readonly isDone: (value: T) => boolean;
  /** What was seen, such as `status "Provisioning"`; part of the message when time is over. */
  readonly describe: (value: T) => string;
  /** What is waited for, after "still", such as `settling`. @default "waiting" */
  readonly what?: string;
  /** When the service says how long to wait before the next look. */
  readonly retryAfterMs?: (value: T) => number | undefined;
  /** The request id of a look, for the error. */
  readonly requestId?: (value: T) => string | undefined;
  /** Told before each pause what was seen last and how long it has taken so far. */
  readonly onWait?: (seen: string, waitedMs: number) => void;
  readonly timeoutMs: number;
  /** @default 1000 */
  readonly maxReads?: number;
  readonly clock?: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks until what is seen is final: at once, then after 1, 2, 4, 8, 10, 10… seconds or when the service says. The
 * last look is at the end of `timeoutMs`.
 * @throws TimeoutError saying what was waited for, how long, how many looks, and what was seen last.
 */
export async function poll<T>(options: PollOptions<T>): Promise<T> {
  const { timeoutMs, signal, clock = systemClock, maxReads = 1_000 } = options;
  const started = clock.now();
  for (let reads = 1; ; reads++) {
    signal?.throwIfAborted();
    const value = await options.read();
    if (options.isDone(value)) return value;
    const waitedMs = clock.now() - started;
    const leftMs = timeoutMs - waitedMs;
    if (leftMs <= 0 || reads >= maxReads) throw timeout(options, value, reads, waitedMs);
    options.onWait?.(options.describe(value), waitedMs);
    const hintMs = options.retryAfterMs?.(value) ?? 0;
    await clock.sleep(Math.min(hintMs > 0 ? hintMs : growingWaitMs(reads), leftMs), signal);
  }
}

function timeout<T>(options: PollOptions<T>, last: T, reads: number, waitedMs: number): TimeoutError {
  const { what = "waiting", describe } = options;
  const looks = `${reads} ${reads === 1 ? "read" : "reads"}`;
  const requestId = options.requestId?.(last);
  return new TimeoutError(`still ${what} after ${duration(waitedMs)} (${looks}, last ${describe(last)})`, {
    requestId,
  });
}

/** In minutes where they are whole, else in seconds. */
export function duration(ms: number): string {
  if (ms >= 60_000 && ms % 60_000 < 1_000) return `${Math.floor(ms / 60_000)} min`;
  return ms < 1_000 ? `${ms} ms` : `${Math.round(ms / 1_000)} s`;
}
