import { abortReason, onAbort } from "./abort";

/** Time as an argument, so that no test sleeps. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Node's timers end at 24 days; a longer one would be over at once. */
export const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(abortReason(signal));
        return;
      }
      const timer = setTimeout(
        () => {
          forget();
          resolve();
        },
        Math.min(ms, longestTimerMs),
      );
      const forget = onAbort(signal, () => {
        clearTimeout(timer);
        reject(abortReason(signal));
      });
    }),
};
