import { check } from "../declare/check";
import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/labelOf";
import type { Values } from "../declare/plainValues";
import { ValidationError } from "../errors";
import { type Desired, desiredOf } from "../remote/located";
import type { Context } from "./context";

/** A resource as the program declares it, in the tenant that calls go to. @throws ValidationError as `holdRules`. */
export async function desire(
  definition: ResourceDefinition,
  inputs: Values,
  context: Pick<Context, "tenantId">,
): Promise<Desired> {
  const tenantId = await context.tenantId();
  holdRules(definition, inputs, tenantId);
  return desiredOf(definition, inputs, tenantId);
}

/**
 * Holds the rules of check again where the tenant is known: check does not sign in, so it may not have known it.
 * @throws ValidationError with everything that is wrong; nothing was sent.
 */
export function holdRules(definition: ResourceDefinition, inputs: Values, tenantId: string): void {
  const { failures } = check(definition, inputs, { tenantId });
  if (failures.length === 0) return;
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n  ");
  throw new ValidationError(`${labelOf(definition, inputs)}: nothing was sent.\n  ${reasons}`, {
    failures,
  });
}
