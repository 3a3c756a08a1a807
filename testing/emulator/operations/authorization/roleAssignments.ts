import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { page } from "../../paging";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { PrincipalType } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { principalKnown, principalMissing } from "./principal";
import { roleDefinitions } from "./roleDefinitions";
import { isScopeReady, scopeInvalid, scopeNotFound, scopeOfUrl, storedScope } from "./scope";

/** Assignments of exactly the scope of the address, without inherited ones (recorded). */
const list: OperationHandler = (call) => {
  const scope = scopeOfUrl(call);
  if (!isScopeReady(call, scope)) return scopeNotFound(call, scope);
  const { tenant, propagation } = call.tenantState;
  const here = tenant.roleAssignments
    .list((assignment) => isSameId(assignment.scope, scope.path))
    .filter((assignment) => !propagation.hides("assignment", assignment.roleAssignmentId));
  return page(call, here);
};

/** Stores the assignment, a duplicate too: the service has no 409 here (recorded). */
const create: OperationHandler = (call) => {
  const { tenantState } = call;
  const scope = scopeOfUrl(call);
  const wanted = readBody(call);
  const refused = refuseCreate(call, wanted);
  if (refused) return refused;
  if (!isScopeReady(call, scope)) return scopeInvalid(call, scope);
  if (!principalKnown(tenantState, wanted.principalObjectId)) return principalMissing(call, wanted.principalType);

  const isUser = call.principal.type === "User";
  const created = tenantState.tenant.roleAssignments.add({
    scope: storedScope(wanted.scope),
    principalType: wanted.principalType,
    principalObjectId: wanted.principalObjectId.toLowerCase(),
    roleDefinitionId: wanted.roleDefinitionId.toLowerCase(),
    createdByPrincipalType: isUser ? "User" : "ApplicationUser",
    createdByPrincipalObjectId: call.principal.id,
  });
  tenantState.propagation.start("assignment", created.roleAssignmentId, tenantState.settings.propagation.assignments);
  return tenantState.settings.answers === "recorded" ? answer(200, created) : answer(201, { value: [created] });
};

/** Finds only assignments of the scope of the address: another scope's id is 404 (recorded). */
const remove: OperationHandler = (call) => {
  const { tenantState } = call;
  const id = param(call, "roleAssignmentId");
  const found = tenantState.tenant.roleAssignments.get(id);
  if (found === undefined || !isSameId(found.scope, scopeOfUrl(call).path)) {
    return refuse(call, 404, {
      code: "RoleAssignmentNotFound",
      message: `Role assignment ${id} was not found at this scope.`,
    });
  }
  tenantState.tenant.roleAssignments.remove(id);
  return tenantState.settings.answers === "recorded" ? answer(200, found) : answer(204);
};

interface Wanted {
  principalObjectId: string;
  principalType: PrincipalType;
  roleDefinitionId: string;
  scope: string;
}

// The contract has checked types and presence of all four.
const readBody = (call: Call): Wanted => call.body as unknown as Wanted;

function refuseCreate(call: Call, wanted: Wanted): Answer | undefined {
  const scope = scopeOfUrl(call);
  if (!isSameId(wanted.scope.replace(/\/+$/, ""), scope.path)) {
    return refuse(call, 400, {
      code: "WrongResourceTypeForUrlContext",
      message: `The scope '${wanted.scope}' does not agree with the address of the request, ${scope.path}.`,
    });
  }
  if (!roleDefinitions.some((role) => isSameId(role.roleDefinitionId, wanted.roleDefinitionId))) {
    return refuse(call, 400, {
      code: "RoleDefinitionDoesNotExist",
      message: `Role definition ${wanted.roleDefinitionId} does not exist.`,
    });
  }
  return undefined;
}

export const roleAssignmentOperations = {
  listTenantRoleAssignments: list,
  listEnvironmentGroupRoleAssignments: list,
  listEnvironmentRoleAssignments: list,
  createTenantRoleAssignment: create,
  createEnvironmentGroupRoleAssignment: create,
  createEnvironmentRoleAssignment: create,
  deleteTenantRoleAssignment: remove,
  deleteEnvironmentGroupRoleAssignment: remove,
  deleteEnvironmentRoleAssignment: remove,
};
