import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

import type { Clock } from "../../provider/transport/clock";

/** A time for a tenant and its providers in this process. It passes when all of them wait for it, and only then. */
export interface SharedTime {
  /** For providers. */
  readonly clock: Clock;
  /** For the emulator, where each request sleeps its latency: one that does not sleep is on its way. */
  readonly tenantClock: Clock;
  /** Milliseconds since the start. */
  readonly passedMs: () => number;
  /** Requests that the tenant has taken and not answered. */
  readonly asleep: () => number;
  /** Lets time pass until the task has ended. */
  until<T>(task: Promise<T>): Promise<T>;
  /** Gives timers back to the system. */
  end(): void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Turns of the event loop without anything new after which everybody is taken to wait. */
const quietTurns = 25;

const start = Date.UTC(2026, 0, 1);

/** Starts one. Timers that end attempts and calls of the provider follow it too. */
export function shareTime(): SharedTime {
  let now = start;
  let happened = 0;
  const sleepers = new Set<Sleeper>();
  const onTheirWay = new Set<ClientRequest>();
  const inTenant = { count: 0 };

  const onRequest = (message: unknown): void => {
    const { request } = message as { readonly request: ClientRequest };
    happened += 1;
    onTheirWay.add(request);
    request.once("close", () => {
      happened += 1;
      onTheirWay.delete(request);
    });
  };
  subscribe("http.client.request.start", onRequest);

  const after = (ms: number, wake: () => void): Sleeper => {
    const sleeper = { until: now + ms, wake };
    happened += 1;
    sleepers.add(sleeper);
    return sleeper;
  };
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason as Error);
        };
        const sleeper = after(ms, () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        });
        if (signal?.aborted === true) stop();
        else signal?.addEventListener("abort", stop, { once: true });
      }),
  };
  const tenantClock: Clock = {
    now: () => now,
    sleep: async (ms) => {
      inTenant.count += 1;
      await clock.sleep(ms);
      inTenant.count -= 1;
    },
  };
  const giveBack = takeLimits(after, (sleeper) => sleepers.delete(sleeper));

  const isBusy = (): boolean =>
    onTheirWay.size > inTenant.count || process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"));

  /** Lets everybody run who does not wait for time. */
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < quietTurns;) {
      const before = happened;
      await new Promise((resolve) => setImmediate(resolve));
      quiet = isBusy() || happened !== before ? 0 : quiet + 1;
    }
  };

  const passOn = (): void => {
    if (sleepers.size === 0) return;
    now = Math.min(...[...sleepers].map(({ until }) => until));
    for (const sleeper of [...sleepers].filter(({ until }) => until <= now)) {
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  };

  return {
    clock,
    tenantClock,
    passedMs: () => now - start,
    asleep: () => inTenant.count,
    async until(task) {
      const over = new AbortController();
      const end = (): void => {
        over.abort();
      };
      task.then(end, end);
      for (;;) {
        await settle();
        if (over.signal.aborted) return task;
        passOn();
      }
    },
    end: () => {
      unsubscribe("http.client.request.start", onRequest);
      giveBack();
    },
  };
}

/** An attempt, see provider/transport/client.ts; a call has twenty minutes and what it waits for by itself. */
const isLimit = (ms: number): boolean => ms === 100_000 || (ms >= 1_200_000 && ms < 1_800_000);

/** Puts the timers that limit attempts and calls on another time; the function that ends that. */
function takeLimits(after: (ms: number, wake: () => void) => Sleeper, forget: (sleeper: Sleeper) => void): () => void {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const limits = new Map<unknown, Sleeper>();
  globalThis.setTimeout = ((task: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    if (!isLimit(ms)) return set(task, ms, ...args);
    const limit = after(ms, () => {
      task(...args);
    });
    limits.set(limit, limit);
    return limit;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (timer: unknown) => {
    const limit = limits.get(timer);
    limits.delete(timer);
    if (limit === undefined) clear(timer as NodeJS.Timeout);
    else forget(limit);
  };
  return () => {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  };
}
