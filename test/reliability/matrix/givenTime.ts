import { systemClock } from "../../../provider/transport/clock";
import { fakeClock } from "../../fakeClock";
import type { TimeSignal } from "./providerProcess";

/**
 * Preloaded into a provider's process (`node --require`): waits are over at once, however long they are, and an attempt
 * times out when a line on stdin says so, and never else. So nothing depends on how busy the machine is.
 */
const startClock = (): void => {
  Object.assign(systemClock, fakeClock(Date.now()));
};

startClock();
// Called at the start of each run in a process of the dynamic adapter.
Object.assign(globalThis, { restartFastClock: startClock });

/** From the start of an attempt to the end of its answer, see provider/transport/client.ts. */
const attemptTimeoutMs = 100_000;

const { setTimeout: inTime, clearTimeout: clear } = globalThis;
const attempts = new Map<unknown, () => void>();

globalThis.setTimeout = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
  const timer = inTime(task, ms, ...args);
  if (ms === attemptTimeoutMs) attempts.set(timer, task);
  return timer;
}) as typeof setTimeout;

globalThis.clearTimeout = (timer) => {
  attempts.delete(timer);
  clear(timer);
};

const signals: Readonly<Record<TimeSignal, () => void>> = {
  // A process with many runs would get hours ahead of the tenant.
  "new run": startClock,
  "time out": () => {
    for (const timeOut of attempts.values()) timeOut();
    attempts.clear();
  },
};

process.stdin.setEncoding("utf8").on("data", (lines: string) => {
  for (const line of lines.trim().split("\n")) signals[line as TimeSignal]();
});
process.stdin.unref();
