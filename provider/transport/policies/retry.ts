import { type Outcome, PowerPlatformError, retell } from "../../errors";
import type { Clock } from "../clock";
import { outcomeOf } from "../outcome";
import type { HttpReply, HttpRequest, Policy } from "../policy";
import { duration } from "../poll";
import { retryNamedCode } from "../retry/namedCode";
import { retryConnectionFailure } from "../retry/connectionFailure";
import { retryTransientStatus } from "../retry/transientStatus";
import type { Decision } from "../retry/strategy";
import { retryAfterMs } from "../retryAfter";
import { stoppedError } from "../stopped";

export interface RetryOptions {
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Attempts in all, without those for `waitFor`. */
  readonly maxAttempts: number;
  /** Waits in all, without those for `waitFor`. */
  readonly maxWaitMs: number;
}

/** What has been spent on one call. */
interface Spent {
  rounds: number;
  waitedMs: number;
}

/** The same of what the request itself waits for: from the first refusal on, slow answers included. */
interface NamedCodeSpent extends Spent {
  since?: number;
}

/** Sends again what is safe to send again, within bounds. The only place that waits between attempts. */
export const retry = (options: RetryOptions): Policy => ({
  name: "retry",
  async send(request, next) {
    const transient: Spent = { rounds: 0, waitedMs: 0 };
    const namedCode: NamedCodeSpent = { rounds: 0, waitedMs: 0 };
    /** What the attempts so far leave open: one that was lost may have been done, whatever the next one says. */
    let before: Outcome = "neverSent";
    for (request.attempt = 1; ; request.attempt++) {
      const result = await next(request).catch((error: unknown) => ours(request, error, before));
      if (isFinal(result)) return result;
      const step =
        request.signal?.aborted === true ? undefined : decide(request, result, { transient, namedCode }, options);
      if (typeof step !== "object") return settle(result, before, step);
      if (before !== "unknown") before = outcomeAfter(result);
      request.trace?.({ kind: "wait", ms: step.waitMs, why: step.why });
      await options.clock.sleep(step.waitMs, request.signal).catch(() => {
        const when = `while it waited for its next attempt (${step.why})`;
        throw stoppedError(request, when, { outcome: before });
      });
    }
  },
});

type Result = HttpReply | PowerPlatformError;

const isFinal = (result: Result): result is HttpReply => !(result instanceof Error) && result.status < 400;

const outcomeAfter = (result: Result): Outcome =>
  result instanceof Error ? (result.outcome ?? "unknown") : outcomeOf(result.status);

/** Whoever waits inside rejects with the caller's own reason when the caller aborts. */
function ours(request: HttpRequest, error: unknown, before: Outcome): PowerPlatformError {
  if (error instanceof PowerPlatformError) return error;
  if (request.signal?.aborted !== true) throw error;
  const when = request.attempt === 1 ? "before it was sent" : "before its next attempt";
  return stoppedError(request, when, { outcome: before });
}

function settle(result: Result, before: Outcome, gaveUp?: string): HttpReply {
  const isOpen = before === "unknown";
  if (result instanceof Error) {
    if (gaveUp === undefined && !isOpen) throw result;
    const message = gaveUp === undefined ? result.message : `${result.message}; ${gaveUp}`;
    throw retell(result, message, isOpen ? { outcome: "unknown" } : {});
  }
  return { ...result, ...(gaveUp === undefined ? {} : { gaveUp }), ...(isOpen ? { isOpen } : {}) };
}

/** What to do, or why nothing more is done; `undefined` when it is not worth another attempt. */
function decide(
  request: HttpRequest,
  result: Result,
  spent: { readonly transient: Spent; readonly namedCode: NamedCodeSpent },
  options: RetryOptions,
): Decision | string | undefined {
  const now = options.clock.now();
  const named = result instanceof Error ? undefined : retryAfterMs(result.headers, now);
  const common = {
    request,
    result,
    random: options.random,
    ...(named === undefined ? {} : { namedMs: named }),
  };
  const waits = retryNamedCode({ ...common, round: spent.namedCode.rounds + 1 });
  if (waits !== undefined) {
    spent.namedCode.since ??= now;
    spent.namedCode.waitedMs = now - spent.namedCode.since;
    return spend(spent.namedCode, waits, request.waitFor?.waitMs ?? 0, Infinity);
  }
  const round = spent.transient.rounds + 1;
  const decision = retryTransientStatus({ ...common, round }) ?? retryConnectionFailure({ ...common, round });
  return decision && spend(spent.transient, decision, options.maxWaitMs, options.maxAttempts, named);
}

function spend(
  spent: Spent,
  decision: Decision,
  maxWaitMs: number,
  maxAttempts: number,
  namedMs?: number,
): Decision | string {
  const leftMs = maxWaitMs - spent.waitedMs;
  const asked = namedMs === undefined ? undefined : `the service asks to wait ${duration(namedMs)}`;
  const tail = asked === undefined ? "" : `; ${asked}`;
  if (spent.rounds + 1 >= maxAttempts) {
    return `gave up after ${maxAttempts} ${maxAttempts === 1 ? "attempt" : "attempts"}${tail}`;
  }
  if (leftMs <= 0) return `gave up after ${duration(spent.waitedMs)} of waiting${tail}`;
  if (asked !== undefined && (namedMs ?? 0) > leftMs) return `${asked}, longer than the ${duration(leftMs)} left`;
  // The last wait ends with the time.
  const waitMs = Math.min(decision.waitMs, leftMs);
  spent.rounds += 1;
  spent.waitedMs += waitMs;
  return { ...decision, waitMs };
}
