import { join } from "node:path";

import { type OperationResult, Stack } from "pulumi-power-platform-testing";
import type { Deployer, Operation } from "./deployer";

/** The project, and its program in dist. */
export const projectDirectory = join(__dirname, "../../bench/program");

/** Deploys with the engine of `testing/engine`: the program and its providers are processes as under the CLI. */
export async function engineDeployer(env: Readonly<Record<string, string>>): Promise<Deployer> {
  const stack = await Stack.create({ program: projectDirectory, env: { ...env } });
  const runs: Readonly<Record<Operation, () => Promise<OperationResult>>> = {
    "first up": () => stack.up(),
    preview: () => stack.preview(),
    up: () => stack.up(),
    change: () => stack.up(),
    refresh: () => stack.refresh(),
    destroy: () => stack.destroy(),
  };
  return {
    async run(operation, count) {
      const { changes } = await runs[operation]();
      const found = JSON.stringify(sorted(changes));
      const wanted = JSON.stringify(sorted(expected(operation, count)));
      if (found !== wanted) throw new Error(`${operation} of ${count}: ${found} instead of ${wanted}`);
    },
    stateBytes: () => Promise.resolve(JSON.stringify(stack.exportState()).length),
    close: () => Promise.resolve(),
  };
}

/** The engine's counts, with the stack itself. */
function expected(operation: Operation, count: number): Readonly<Record<string, number>> {
  switch (operation) {
    case "first up":
      return { create: count + 1 };
    case "change":
      return { update: 1, same: count };
    case "destroy":
      return { delete: count + 1 };
    default:
      return { same: count + 1 };
  }
}

const sorted = (changes: object): object => Object.fromEntries(Object.entries(changes).sort());
