/** From the start of an attempt to the end of its answer, see provider/transport/client.ts. */
const attemptTimeoutMs = 100_000;

/** The timers that end the attempts of a process, in the hands of a test. */
export interface AttemptTimers {
  /** All attempts under way take too long. */
  readonly timeOut: () => void;
  /** Those who wait for attempts under way are gone. */
  readonly forget: () => void;
  /** Gives timers back to the system. */
  readonly end: () => void;
}

/** Takes them over: an attempt times out when it is told to, and never else. So nothing depends on how busy the machine is. */
export function takeAttemptTimers(): AttemptTimers {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const attempts = new Map<unknown, () => void>();
  globalThis.setTimeout = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    if (ms !== attemptTimeoutMs) return set(task, ms, ...args);
    const timer = { ref: () => timer, unref: () => timer };
    attempts.set(timer, () => {
      task(...args);
    });
    return timer;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (timer: unknown) => {
    if (!attempts.delete(timer)) clear(timer as NodeJS.Timeout);
  };
  return {
    timeOut: () => {
      const underWay = [...attempts.values()];
      attempts.clear();
      for (const end of underWay) end();
    },
    forget: () => {
      attempts.clear();
    },
    end: () => {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    },
  };
}
