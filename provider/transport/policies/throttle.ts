import { ThrottledError } from "../../errors";
import type { Clock } from "../clock";
import type { HttpReply, HttpRequest, Policy } from "../policy";
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
 * Keeps the number of requests in flight within a bound, and holds all of them back while the service has asked one of
 * them to wait. Then they go on one at a time and more with every answer. The call that came first goes first, also when
 * it comes back for another attempt, so none is overtaken for ever. Who waits for the time to pass holds no slot.
 */
export const throttle = ({ clock, maxConcurrency, maxWaitMs }: ThrottleOptions): Policy => {
  const slots = new Slots(maxConcurrency);
  const orders = new WeakMap<HttpRequest, number>();
  let calls = 0;
  let pausedUntil = 0;
  const leftMs = (): number => pausedUntil - clock.now();

  async function sitOut(request: HttpRequest): Promise<void> {
    for (let ms = leftMs(); ms > 0; ms = leftMs()) {
      if (ms > maxWaitMs) {
        throw new ThrottledError(
          `${request.method} ${request.route} was not sent: the service has asked all callers to wait, for another ${duration(ms)}`,
          { retryAfterMs: ms, outcome: "neverSent" },
        );
      }
      request.trace?.({ kind: "wait", ms, why: "the service asked to slow down" });
      await clock.sleep(ms, request.signal);
    }
  }

  return {
    name: "throttle",
    async send(request, next) {
      const order = orders.get(request) ?? ++calls;
      orders.set(request, order);
      for (;;) {
        await sitOut(request);
        const slot = await slots.take(order, request.signal);
        try {
          // Somebody may have been told to wait while this one waited for its turn.
          if (leftMs() > 0) continue;
          const reply = await next(request);
          const namedMs = slowDownMs(reply, clock.now());
          if (namedMs === undefined) slot.speedUp();
          else slot.slowDown();
          pausedUntil = Math.max(pausedUntil, clock.now() + (namedMs ?? 0));
          return reply;
        } finally {
          slot.release();
        }
      }
    },
  };
};

/** 0 where the service asked to slow down and did not say for how long; `undefined` where it did not ask. */
function slowDownMs({ status, headers }: HttpReply, nowMs: number): number | undefined {
  const namedMs = status === 429 || status === 503 ? retryAfterMs(headers, nowMs) : undefined;
  return namedMs ?? (status === 429 ? 0 : undefined);
}
