import { answer } from "../../answer";
import type { Call } from "../../call";
import { page } from "../../paging";
import { covers } from "../../permissions";
import { fold, isSameId } from "../../tenant/entity";
import type { RoleAssignment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { roleDefinitions } from "./roleDefinitions";
import { scopeOfUrl } from "./scope";

/** Unlike the lists it can include parent and nested scopes. Undocumented; microsoft/PowerPlatform-EnterprisePolicies sends it. */
const query: OperationHandler = (call) => {
  const scope = typeof call.body.Scope === "string" ? call.body.Scope : scopeOfUrl(call).path;
  const found = call.world.tenant.roleAssignments
    .list()
    .filter((assignment) => isInScope(call, assignment.scope, scope))
    .filter(hasMember(call, "PrincipalType", "principalType"))
    .filter(hasMember(call, "PrincipalObjectId", "principalObjectId"))
    .filter(
      (assignment) => typeof call.body.Permission !== "string" || grants(assignment, call.body.Permission),
    );
  return page(call, found);
};

/** The body of the answer is not described by any source: this shape is the emulator's own. */
const checkPrincipalPermissionForEnvironment: OperationHandler = (call) => {
  const scope = scopeOfUrl(call).path;
  const held = call.world.tenant.roleAssignments
    .list()
    .filter((assignment) => isSameId(assignment.principalObjectId, call.body.PrincipalObjectId))
    .filter(
      (assignment) =>
        isSameId(assignment.scope, scope) || parentsOf(call, scope).includes(fold(assignment.scope)),
    );
  const asked = Array.isArray(call.body.Permissions) ? call.body.Permissions.map(String) : [];
  return answer(200, {
    value: asked.map((permission) => ({
      permission,
      isAllowed: held.some((assignment) => grants(assignment, permission)),
    })),
  });
};

const hasMember =
  (call: Call, asked: string, member: string) =>
  (assignment: RoleAssignment): boolean =>
    call.body[asked] === undefined || isSameId(assignment[member], call.body[asked]);

function grants(assignment: RoleAssignment, permission: string): boolean {
  const role = roleDefinitions.find(({ roleDefinitionId }) =>
    isSameId(roleDefinitionId, assignment.roleDefinitionId),
  );
  return role !== undefined && covers(role, permission);
}

function isInScope(call: Call, candidate: string, scope: string): boolean {
  if (isSameId(candidate, scope)) return true;
  if (call.body.IncludeNestedScopes === true && fold(candidate).startsWith(`${fold(scope)}/`)) return true;
  return call.body.IncludeParentScopes === true && parentsOf(call, scope).includes(fold(candidate));
}

/** Tenant, and the group of an environment: in lower case. */
function parentsOf(call: Call, scope: string): string[] {
  const { tenant } = call.world;
  const root = `/tenants/${tenant.id}`;
  const environmentId = /\/environments\/([^/]+)$/i.exec(scope)?.[1];
  const groupId =
    environmentId === undefined ? undefined : tenant.environments.get(environmentId)?.environmentGroupId;
  return [root, ...(typeof groupId === "string" ? [`${root}/environmentgroups/${groupId}`] : [])].map(fold);
}

export const queryOperations = {
  queryTenantRoleAssignments: query,
  queryEnvironmentRoleAssignments: query,
  checkPrincipalPermissionForEnvironment,
};
