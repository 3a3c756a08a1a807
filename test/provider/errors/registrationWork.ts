import { redact, registerSecret } from "../../../provider/errors";

// A process of its own: what is done to the prototypes here would slow down the tests that follow.

/** Calls of what collections and texts are searched and filled with. */
function countedWork(task: () => void): number {
  let calls = 0;
  const watched = [
    [Map.prototype, ["get", "set", "has"]],
    [Set.prototype, ["add", "has"]],
    [String.prototype, ["slice", "replaceAll", "includes"]],
    [Array.prototype, ["push", "includes"]],
  ] as const;
  for (const [prototype, names] of watched) {
    for (const name of names) {
      const original = Object.getOwnPropertyDescriptor(prototype, name)?.value as (...args: unknown[]) => unknown;
      const value = function (this: unknown, ...args: unknown[]): unknown {
        calls += 1;
        return Reflect.apply(original, this, args);
      };
      Object.defineProperty(prototype, name, { value });
    }
  }
  task();
  return calls;
}

const secrets = Array.from({ length: Number(process.argv[2]) }, (_, number) => `counted-secret-${1e6 + number}`);
const work = countedWork(() => {
  for (const secret of secrets) registerSecret(secret);
  for (const secret of secrets) redact(`a ${secret} b`);
});
process.stdout.write(String(work));
