import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";

/** The scope that the address of a request names. */
export interface UrlScope {
  /** Full form, group segment in lower case as the service stores it. */
  path: string;
  kind: "tenant" | "environmentGroup" | "environment";
  /** Id of the group or environment; the tenant's id at tenant scope. */
  id: string;
}

export function scopeOfUrl(call: Call): UrlScope {
  const tenant = `/tenants/${call.tenantState.tenant.id}`;
  const { environmentGroupId, environmentId } = call.params;
  if (environmentGroupId !== undefined) {
    const path = `${tenant}/environmentgroups/${environmentGroupId}`;
    return { path, kind: "environmentGroup", id: environmentGroupId };
  }
  if (environmentId !== undefined) {
    return { path: `${tenant}/environments/${environmentId}`, kind: "environment", id: environmentId };
  }
  return { path: tenant, kind: "tenant", id: call.tenantState.tenant.id };
}

/** Whether role assignments may hang there: it exists and has propagated. Uses up one attempt while it propagates. */
export function isScopeReady(call: Call, scope: UrlScope): boolean {
  const { tenant, propagation } = call.tenantState;
  if (scope.kind === "tenant") return true;
  const exists =
    scope.kind === "environment" ? tenant.environments.has(scope.id) : tenant.environmentGroups.has(scope.id);
  return exists && !propagation.hides("scope", scope.id);
}

/** 400 EndpointInvalid, as a create at an unknown or very new scope is answered. */
export function scopeInvalid(call: Call, scope: UrlScope): Answer {
  const [noun, innerCode] =
    scope.kind === "environment"
      ? ["Environment", "EnvironmentIdInvalid"]
      : ["Environment group", "EnvironmentGroupIdInvalid"];
  return refuse(call, 400, {
    code: "EndpointInvalid",
    message: `${noun} id ${scope.id} is invalid.`,
    innerCode,
  });
}

/** 404, as a list at an unknown or very new scope is answered. */
export function scopeNotFound(call: Call, scope: UrlScope): Answer {
  const noun = scope.kind === "environment" ? "Environment" : "Environment group";
  return refuse(call, 404, { code: "ResourceNotFound", message: `${noun} ${scope.id} was not found.` });
}

/** A scope as the service stores it: the group segment in lower case, the rest as it was sent (recorded). */
export const storedScope = (scope: string): string => scope.replace(/\/environmentGroups\//i, "/environmentgroups/");
