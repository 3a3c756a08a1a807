import { ThrottledError } from "../../errors";
import type { Clock } from "../clock";
import type { HttpReply, Policy } from "../policy";
import { duration } from "../poll";
import { retryAfterMs } from "../retryAfter";
import { Slots } from "../slots";

export interface ThrottleOptions {
  readonly clock: Clock;
  readonly maxConcurrency: number;
  /** A pause longer than this fails the callers at once. */
  readonly maxWaitMs: number;
}

/**
 * Keeps the number of requests in flight within a bound, first come first served, and holds all of them back while
 * the service has asked one of them to wait.
 */
export const throttle = ({ clock, maxConcurrency, maxWaitMs }: ThrottleOptions): Policy => {
  const slots = new Slots(maxConcurrency);
  let pausedUntil = 0;
  return {
    name: "throttle",
    async send(request, next) {
      const release = await slots.take(request.signal);
      try {
        for (let leftMs = pausedUntil - clock.now(); leftMs > 0; leftMs = pausedUntil - clock.now()) {
          if (leftMs > maxWaitMs) {
            throw new ThrottledError(
              `${request.method} ${request.route} was not sent: the service has asked all callers to wait, for another ${duration(leftMs)}`,
              { retryAfterMs: leftMs, outcome: "neverSent" },
            );
          }
          request.trace?.({ kind: "wait", ms: leftMs, why: "the service asked to slow down" });
          await clock.sleep(leftMs, request.signal);
        }
        const reply = await next(request);
        const namedMs = slowDownMs(reply, clock.now());
        if (namedMs !== undefined) pausedUntil = Math.max(pausedUntil, clock.now() + namedMs);
        return reply;
      } finally {
        release();
      }
    },
  };
};

function slowDownMs({ status, headers }: HttpReply, nowMs: number): number | undefined {
  return status === 429 || status === 503 ? retryAfterMs(headers, nowMs) : undefined;
}
