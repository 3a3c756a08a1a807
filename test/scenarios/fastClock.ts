/**
 * Preloaded into a provider process (`node --require`): a wait is over a hundred times sooner, and then the clock says that it was a
 * whole one; no scenario sleeps. Between waits time passes as it does for the tenant, by whose clock creates are dated.
 * Short timers, as of sockets, stay as they are, and so do those that end a request without an answer: a busy machine
 * needs the time.
 */
const { setTimeout: slow } = globalThis;
const now = Date.now.bind(Date);
let skippedMs = 0;
const isWait = (ms: number): boolean => ms >= 250 && ms < 100_000;

globalThis.setTimeout = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
  if (ms === undefined || !isWait(ms)) return slow(task, ms, ...args);
  const due = Date.now() + ms;
  const passed = (): void => {
    skippedMs += Math.max(0, due - Date.now());
    task(...args);
  };
  return slow(passed, ms / 100);
}) as typeof setTimeout;

Date.now = () => now() + skippedMs;

/** Sets the clock right again: a process with many runs would get hours ahead of the tenant. */
Object.assign(globalThis, { restartFastClock: () => (skippedMs = 0) });
