import { ConfigurationError } from "../errors";
import type { Context } from "./context";
import type { ResourceDefinition } from "../declare/define";
import type { Place } from "../declare/place";
import { labelOf } from "../declare/identity";
import type { Values } from "../declare/plainValues";

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
