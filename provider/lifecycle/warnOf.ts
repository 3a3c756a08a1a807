import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";
import type { Context } from "./context";

/** Warns of what is dangerous in the inputs of a program, once in a process. */
export async function warnOf(
  definition: ResourceDefinition,
  inputs: Values,
  { warnOnce }: Pick<Context, "warnOnce">,
): Promise<void> {
  for (const warning of definition.warnings?.(inputs) ?? []) {
    const message = `${labelOf(definition, inputs)}: ${warning}`;
    await warnOnce(message, message);
  }
}
