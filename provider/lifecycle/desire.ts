import { check } from "../declare/check";
import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
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
 * Holds the rules of check again that depend on the tenant: check does not sign in, so it may not have known it. Other rules may be
 * younger than what state records, which still has to be refreshed and deleted.
 * @throws ValidationError with everything that is wrong; nothing was sent.
 */
export function holdRules(definition: ResourceDefinition, inputs: Values, tenantId: string): void {
  const found = check(definition, inputs, { tenantId }).failures;
  if (found.length === 0) return;
  const known = new Set(check(definition, inputs, {}).failures.map(({ property }) => property));
  const failures = found.filter(({ property }) => !known.has(property));
  if (failures.length === 0) return;
  const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n  ");
  throw new ValidationError(`${labelOf(definition, inputs)}: nothing was sent.\n  ${reasons}`, {
    failures,
  });
}
