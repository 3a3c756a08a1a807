import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { page, readSkipToken } from "../../paging";
import { covers } from "../../permissions";
import { refuse } from "../../refusal";
import { fold, isSameId } from "../../tenant/entity";
import type { RoleAssignment } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { roleDefinitions } from "./roleDefinitions";
import { isScopeReady, scopeInvalid, scopeOfUrl } from "./scope";
import { environmentGroupScopes, isInScope } from "./searchScope";
import { readSearch, type Search } from "./searchBody";
import { virtualAssignments } from "./virtualAssignments";

/** Unlike the lists it can take in parent and nested scopes, security groups, environment groups and virtual rows. */
const query: OperationHandler = (call): Answer => {
  const at = scopeOfUrl(call);
  if (!isScopeReady(call, at)) return scopeInvalid(call, at);
  const skip = tokenOf(call);
  if (skip === undefined) {
    return refuse(call, 400, {
      code: "InvalidContinuationToken",
      message: "The continuationToken is none of this search.",
    });
  }
  const search = readSearch(call.body);
  const scope = search.scope ?? at.path;
  const { tenant, propagation } = call.tenantState;
  const stored = tenant.roleAssignments
    .list((assignment) => isInScope(call, search, assignment.scope, scope))
    .filter(({ roleAssignmentId }) => !propagation.hides("assignment", roleAssignmentId))
    .map(({ expiresOn: _expiresOn, ...assignment }) => ({ ...assignment, source: "RoleAssignment" }));
  const virtual = search.includeVirtualEntraRoleAssignments
    ? virtualAssignments(tenant).filter((row) => isInScope(call, search, row.scope, scope))
    : [];
  const found = [...stored, ...virtual].filter(
    (row) => isOf(call, search, row) && (search.permission === undefined || grants(row, search.permission)),
  );
  return page(call, found, { link: "nextLink", token: "continuationToken", skip });
};

const tokenOf = ({ query: { continuationToken } }: Call): number | undefined =>
  continuationToken === undefined ? 0 : readSkipToken(continuationToken);

type Row = Pick<RoleAssignment, "principalObjectId" | "principalType" | "roleDefinitionId">;

/** Whether a row is the principal's own, or that of a security group it is a member of. */
function isOf(call: Call, search: Search, row: Row): boolean {
  const { principalObjectId, principalType } = search;
  const isOwn =
    (principalObjectId === undefined || isSameId(row.principalObjectId, principalObjectId)) &&
    (principalType === undefined || isSameId(row.principalType, principalType));
  if (isOwn || !search.expandSecurityGroups || principalObjectId === undefined) return isOwn;
  const groups = call.tenantState.tenant.principals.get(principalObjectId)?.memberOf ?? [];
  return row.principalType === "Group" && groups.some((group) => isSameId(group, row.principalObjectId));
}

/** The body of the answer is not described by any source: this shape is the emulator's own. */
const checkPrincipalPermissionForEnvironment: OperationHandler = (call) => {
  const scope = scopeOfUrl(call).path;
  const scopes = [scope, `/tenants/${call.tenantState.tenant.id}`, ...environmentGroupScopes(call, scope)].map(fold);
  const held = call.tenantState.tenant.roleAssignments.list(
    (assignment) =>
      isSameId(assignment.principalObjectId, call.body.PrincipalObjectId) && scopes.includes(fold(assignment.scope)),
  );
  const asked = Array.isArray(call.body.Permissions) ? call.body.Permissions.map(String) : [];
  return answer(200, {
    value: asked.map((permission) => ({
      permission,
      isAllowed: held.some((assignment) => grants(assignment, permission)),
    })),
  });
};

function grants(assignment: Row, permission: string): boolean {
  const role = roleDefinitions.find(({ roleDefinitionId }) => isSameId(roleDefinitionId, assignment.roleDefinitionId));
  return role !== undefined && covers(role, permission);
}

export const queryOperations = {
  queryTenantRoleAssignments: query,
  queryEnvironmentRoleAssignments: query,
  checkPrincipalPermissionForEnvironment,
};
