import type { Clock } from "../../../provider/transport";

export interface ManualClock extends Clock {
  /** How many wait for the time to pass. */
  readonly sleepers: number;
  /** Lets time pass, wakes whoever has slept enough, and lets them run. */
  advance(ms: number): Promise<void>;
}

/** A clock that stands still until a test moves it. */
export function manualClock(): ManualClock {
  let now = 0;
  let sleeping: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    get sleepers() {
      return sleeping.length;
    },
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + ms, wake: resolve };
        sleeping.push(sleeper);
        signal?.addEventListener("abort", () => {
          sleeping = sleeping.filter((each) => each !== sleeper);
          reject(signal.reason as Error);
        });
      }),
    async advance(ms) {
      now += ms;
      const awake = sleeping.filter(({ until }) => until <= now);
      sleeping = sleeping.filter(({ until }) => until > now);
      for (const { wake } of awake) wake();
      await tick();
    },
  };
}

/** Lets everything run that does not wait for time or a network. */
export const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
