import { setTimeout as sleep } from "node:timers/promises";
import type { Output } from "@pulumi/pulumi";
import { output, runtime } from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

import type { CalledFunction } from "./calledFunction";
import { throughPlugin } from "./plugin/callPlugin";

/**
 * Calls a function from the program itself, with the settings that resources have by default. A test that has set Pulumi's
 * mocks is asked instead, as for the plugin: nothing leaves the machine.
 */
export async function fromProgram<Answer>(called: CalledFunction, args: object = {}): Promise<Answer> {
  if (runtime.getMonitor() instanceof MockMonitor) return throughPlugin(called, args);
  // Loaded when something is asked: programs without such a call need neither HTTP nor sign-in.
  const { callFunction } = await import("../provider/functions/call/callFunction.js");
  const { functionOf } = await import("../provider/functions/index.js");
  const config = {
    get: (key: string) => runtime.getConfig(key),
    keys: () => Object.keys(runtime.allConfig()),
    project: runtime.getProject(),
  };
  return (await callFunction(functionOf(called.name), { ...args }, config).catch(failLater)) as Answer;
}

/**
 * Pulumi goes through the folder of a program before it looks at what the program exports. A promise that has failed by then has
 * nobody yet, and Node warns of it beside the error.
 */
const failLater = async (error: unknown): Promise<never> => {
  await sleep(250);
  throw error;
};

/** The same for arguments that are outputs; it asks when they are known. */
export const fromProgramOutput = <Answer>(called: CalledFunction, args: object = {}): Output<Answer> =>
  output(args).apply<Answer>((known) => fromProgram<Answer>(called, known));
