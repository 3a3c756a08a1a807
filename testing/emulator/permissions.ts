import type { RoleDefinition } from "./operations/authorization/roleDefinitions";
import { roleDefinitions } from "./operations/authorization/roleDefinitions";
import type { ContractOperation } from "./contract";
import { isSameId } from "./tenant/entity";
import type { Principal } from "./tenant/types";
import type { TenantState } from "./tenantState";

/** The environment list answers everybody, even an application without any role (recorded). */
const openOperations = new Set(["listEnvironments"]);

/** Whether a principal holds a role that covers what the operation needs, at the tenant or at the scope it touches. */
export function isAllowed(
  tenantState: TenantState,
  principal: Principal,
  operation: ContractOperation,
  params: Readonly<Record<string, string>>,
): boolean {
  if (openOperations.has(operation.operationId)) return true;
  const permission = neededPermission(operation);
  return rolesOf(tenantState, principal, params).some((role) => covers(role, permission));
}

/** The published permission, or a stand-in with the right verb where none is published. */
export function neededPermission(operation: ContractOperation): string {
  if (operation.permission !== undefined) return operation.permission;
  return `${operation.namespace}.Unpublished.${operation.isRead ? "Read" : "ReadWrite"}`;
}

/** The delegated permissions of which one would do: who may write may read. */
export const delegatedPermissions = (permission: string): string[] =>
  permission.endsWith(".Read") ? [permission, `${permission}Write`] : [permission];

/** Whether a role grants a permission: `*`, `*.Read` or an exact name, less the role's exceptions. */
export function covers(role: RoleDefinition, permission: string): boolean {
  const matches = (pattern: string): boolean =>
    pattern === "*" ||
    pattern.toLowerCase() === permission.toLowerCase() ||
    (pattern.startsWith("*.") && permission.toLowerCase().endsWith(pattern.slice(1).toLowerCase()));
  return role.permissions.some(matches) && !role.permissionsExceptions.some(matches);
}

function rolesOf(
  tenantState: TenantState,
  principal: Principal,
  params: Readonly<Record<string, string>>,
): RoleDefinition[] {
  const scopes = scopesAbove(tenantState, params);
  const holders = [principal.id, ...(principal.memberOf ?? [])];
  const assigned = tenantState.tenant.roleAssignments
    .list(({ principalObjectId }) => holders.some((id) => isSameId(id, principalObjectId)))
    .filter((assignment) => scopes.some((scope) => isSameId(scope, assignment.scope)))
    .map((assignment) => assignment.roleDefinitionId);
  return roleDefinitions.filter(
    (role) => principal.roles.includes(role.name) || assigned.some((id) => isSameId(id, role.roleDefinitionId)),
  );
}

/** Roles are inherited: tenant, then group, then environment (Microsoft's guide). */
function scopesAbove(tenantState: TenantState, params: Readonly<Record<string, string>>): string[] {
  const tenant = `/tenants/${tenantState.tenant.id}`;
  const environmentId = params.environmentId;
  const environment = environmentId === undefined ? undefined : tenantState.tenant.environments.get(environmentId);
  const groupId = params.environmentGroupId ?? params.groupId ?? environment?.environmentGroupId;
  return [
    tenant,
    ...(groupId === undefined || groupId === null ? [] : [`${tenant}/environmentgroups/${groupId}`]),
    ...(environmentId === undefined ? [] : [`${tenant}/environments/${environmentId}`]),
  ];
}
