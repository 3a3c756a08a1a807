import { systemClock } from "../../../provider/transport/clock";
import { fakeClock } from "../../fakeClock";
import { takeAttemptTimers } from "./attemptTimers";
import type { TimeSignal } from "./providerProcess";

/**
 * Preloaded into a provider's process (`node --require`): waits are over at once, however long they are, and an attempt
 * times out when a line on stdin says so.
 */
const startClock = (): void => {
  Object.assign(systemClock, fakeClock(Date.now()));
};

startClock();
// Called at the start of each run in a process of the dynamic adapter.
Object.assign(globalThis, { restartFastClock: startClock });

const signals: Readonly<Record<TimeSignal, () => void>> = {
  // A process with many runs would get hours ahead of the tenant.
  "new run": startClock,
  "time out": takeAttemptTimers().timeOut,
};

process.stdin.setEncoding("utf8").on("data", (lines: string) => {
  for (const line of lines.trim().split("\n")) signals[line as TimeSignal]();
});
process.stdin.unref();
