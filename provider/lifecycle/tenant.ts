import { check } from "../declare/check";
import type { ResourceDefinition } from "../declare/define";
import { labelOf } from "../declare/identity";
import type { Place } from "../declare/place";
import type { Values } from "../declare/plainValues";
import { ConfigurationError, ValidationError } from "../errors";
import { type Desired, desiredOf } from "../remote/located";
import type { Context } from "./context";

/**
 * The tenant of the calls, which must be the tenant that the object is recorded with. Ids and names of one tenant must never be
 * looked up, changed or deleted in another.
 */
export async function tenantFor(definition: ResourceDefinition, outputs: Values, context: Context): Promise<string> {
  const tenantId = await context.tenantId();
  const recorded = outputs.tenantId;
  if (typeof recorded === "string" && recorded.toLowerCase() !== tenantId.toLowerCase()) {
    throw new ConfigurationError(
      `${labelOf(definition, outputs)} is recorded in tenant ${recorded}, but the provider works in tenant ${tenantId}; nothing was read or changed.\n` +
        `  Use the credentials and tenantId of ${recorded}. To move the resource to tenant ${tenantId}, give it another name in the program and remove this one while the old credentials are set.`,
    );
  }
  return tenantId;
}

/** Refuses an id that names another tenant than the one of the calls. A `get` or import may have such an id. */
export function refuseForeignId({ kind }: ResourceDefinition, id: string, place: Place, tenantId: string): void {
  if (place.tenantId === undefined || place.tenantId.toLowerCase() === tenantId.toLowerCase()) return;
  throw new ConfigurationError(
    `${kind} ${id} is in tenant ${place.tenantId}, but the provider works in tenant ${tenantId}; nothing was read.\n` +
      `  Use the credentials and tenantId of ${place.tenantId}, or an id of tenant ${tenantId}.`,
  );
}

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
  throw new ValidationError(`${labelOf(definition, inputs)}: nothing was sent.\n  ${reasons}`, { failures });
}
