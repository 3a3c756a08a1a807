/**
 * Preloaded into a provider process (`node --require`): time passes a hundred times faster, so that no scenario sleeps.
 * Short timers, as of sockets, stay as they are, and so do those that end a request without an answer: a busy machine
 * needs the time.
 */
const { setTimeout: slow } = globalThis;
const now = Date.now.bind(Date);
let started = now();
const isWait = (ms: number): boolean => ms >= 250 && ms < 100_000;

globalThis.setTimeout = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
  slow(task, ms !== undefined && isWait(ms) ? ms / 100 : ms, ...args)) as typeof setTimeout;

Date.now = () => started + (now() - started) * 100;

/** Sets the clock right again: a process with many runs would get hours ahead of the tenant. */
Object.assign(globalThis, { restartFastClock: () => (started = now()) });
