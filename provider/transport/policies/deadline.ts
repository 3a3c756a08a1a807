import { linkedAbort } from "../abort";
import { longestTimerMs } from "../clock";
import type { Policy } from "../policy";
import { CallTimeout } from "../stopped";

/**
 * Stops a call that takes too long in all: sign-in, queue, attempts and the waits between them. What the request itself
 * waits for (`waitFor`) comes on top.
 */
export const deadline = (callTimeoutMs: number): Policy => ({
  name: "deadline",
  async send(request, next) {
    const limitMs = Math.min(callTimeoutMs + (request.waitFor?.waitMs ?? 0), longestTimerMs);
    const stop = linkedAbort(request.signal);
    const timer = setTimeout(() => {
      stop.abort(new CallTimeout(limitMs));
    }, limitMs);
    try {
      return await next({ ...request, signal: stop.signal });
    } finally {
      clearTimeout(timer);
      stop.end();
    }
  },
});
