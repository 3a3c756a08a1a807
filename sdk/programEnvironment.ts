import { type Inputs, runtime } from "@pulumi/pulumi";

import { environmentKey, environmentOf } from "../provider/programEnvironment";

/** What was told to a deployment; a process may run one after the other. */
const told = new WeakMap<object, Inputs>();

/**
 * What a preview tells the provider of the program's environment, so that it can warn: a program that loads a `.env` file has other
 * settings than the provider, which Pulumi starts beside it. Nothing outside of a preview, so no state holds it.
 */
export function toldEnvironment(): Inputs {
  const deployment: object | undefined = runtime.getMonitor();
  if (!runtime.isDryRun() || deployment === undefined) return {};
  const known = told.get(deployment) ?? { [environmentKey]: environmentOf(process.env) };
  told.set(deployment, known);
  return known;
}
