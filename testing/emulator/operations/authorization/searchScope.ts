import type { Call } from "../../call";
import { fold, isSameId } from "../../tenant/entity";
import type { Search } from "./searchBody";

/**
 * Whether a search at a scope takes an assignment in. The tenant is above every scope; a group is taken in with the
 * environment in it only when that is asked for.
 */
export function isInScope(call: Call, search: Search, candidate: string, scope: string): boolean {
  if (isSameId(candidate, scope)) return true;
  if (search.includeNestedScopes && fold(candidate).startsWith(`${fold(scope)}/`)) return true;
  if (search.includeParentScopes && isSameId(candidate, `/tenants/${call.tenantState.tenant.id}`)) return true;
  return (
    search.expandEnvironmentGroups && environmentGroupScopes(call, scope).some((group) => isSameId(group, candidate))
  );
}

/** The scope of the group that the environment of a scope is in. */
export function environmentGroupScopes({ tenantState: { tenant } }: Call, scope: string): string[] {
  const environmentId = /\/environments\/([^/]+)$/i.exec(scope)?.[1];
  const environment = environmentId === undefined ? undefined : tenant.environments.get(environmentId);
  const groupId = environment?.environmentGroupId;
  return typeof groupId === "string" ? [`/tenants/${tenant.id}/environmentgroups/${groupId}`] : [];
}
