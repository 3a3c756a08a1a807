import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import type { Failure } from "../errors";
import type { Context } from "./context";
import { expectationFailures } from "./expectations";
import { warnOf } from "./warnOf";

/**
 * What is wrong with a resource beside the others of the program, and for a new one in the tenant as it is. Said in previews too.
 * @param isNew state has no such resource: nothing compares it with the tenant later
 */
export async function checkProgram(
  definition: ResourceDefinition,
  inputs: Values,
  isNew: boolean,
  context: Context,
): Promise<readonly Failure[]> {
  await warnOf(definition, inputs, context);
  const second = context.run.program.declare(definition, inputs);
  if (second !== undefined) return [second];
  return isNew ? expectationFailures(definition, inputs, context) : [];
}
