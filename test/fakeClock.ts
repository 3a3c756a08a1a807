import type { Clock } from "../provider/transport/clock";

export interface FakeClock extends Clock {
  /** What was slept, in milliseconds and in order. */
  readonly sleeps: number[];
  /** Lets time pass without a sleep. */
  advance(ms: number): void;
}

/** A clock that advances itself: a sleep is over at once and recorded. Starts on 1 January 2026. */
export function fakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    sleep: async (ms, signal) => {
      if (signal?.aborted) throw signal.reason;
      sleeps.push(ms);
      now += ms;
      // Lets the other side run, as a real sleep would.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
