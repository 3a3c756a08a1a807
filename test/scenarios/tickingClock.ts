/**
 * Preloaded into a provider process (`node --require`): what it does at intervals it does a hundred times as often, and
 * prints "tick" each time, so that a test can wait until it was done.
 */
const { setInterval: slow } = globalThis;

globalThis.setInterval = ((task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
  slow(
    (...given: unknown[]) => {
      process.stderr.write("tick\n");
      task(...given);
    },
    (ms ?? 0) / 100,
    ...args,
  )) as typeof setInterval;
