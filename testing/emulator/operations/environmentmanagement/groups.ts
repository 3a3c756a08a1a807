import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { author, param } from "../../call";
import { page } from "../../paging";
import { refuse } from "../../refusal";
import { fold, isSameId } from "../../tenant/entity";
import type { Tenant } from "../../tenant/tenant";
import type { EnvironmentGroup } from "../../tenant/types";
import type { OperationHandler } from "../operationHandler";
import { removeRoleAssignmentsAt } from "./lifecycle/removeEnvironment";

const listEnvironmentGroups: OperationHandler = (call) => page(call, call.tenantState.tenant.environmentGroups.list());

const getEnvironmentGroup: OperationHandler = (call) => {
  const group = call.tenantState.tenant.environmentGroups.get(param(call, "groupId"));
  return group === undefined ? missing(call) : answer(200, group);
};

/** 200 with the group and no Location (recorded). Names may repeat: their uniqueness is unknown. */
const createEnvironmentGroup: OperationHandler = (call) => {
  const { tenantState } = call;
  const group = tenantState.tenant.environmentGroups.add({
    id: tenantState.newId(),
    ...membersOf(call.body),
    createdTime: tenantState.now(),
    createdBy: author(call),
  });
  return answer(200, group);
};

/** Full replacement: what the body leaves out is cleared, members the contract does not know included. */
const updateEnvironmentGroup: OperationHandler = (call) => {
  const { tenantState } = call;
  const groups = tenantState.tenant.environmentGroups;
  const id = param(call, "groupId");
  if (!groups.has(id)) return missing(call);
  const changed = groups.update(id, (group) => ({
    id: group.id,
    ...membersOf(call.body),
    ...(group.createdTime === undefined ? {} : { createdTime: group.createdTime }),
    ...(group.createdBy === undefined ? {} : { createdBy: group.createdBy }),
    lastModifiedTime: tenantState.now(),
    lastModifiedBy: author(call),
  }));
  return answer(200, changed);
};

const deleteEnvironmentGroup: OperationHandler = (call) => {
  const { tenant, settings } = call.tenantState;
  const id = param(call, "groupId");
  if (!tenant.environmentGroups.has(id)) return missing(call);
  const inside = tenant.environments.list().filter((environment) => isSameId(environment.environmentGroupId, id));
  if (inside.length > 0) {
    const held = `The environment group ${id} still holds ${inside.length} environment(s).`;
    return settings.groupInUse === 400
      ? refuse(call, 400, { code: "Conflict", message: `Conflict: ${held}` })
      : refuse(call, 409, { code: "EnvironmentsInEnvironmentGroup", message: held });
  }
  const named = namingPolicy(tenant, id);
  if (named !== undefined) return refuse(call, 400, { code: "Conflict", message: named });
  tenant.environmentGroups.remove(id);
  removeRoleAssignmentsAt(tenant, `/tenants/${tenant.id}/environmentgroups/${id}`);
  for (const ruleSet of tenant.ruleSets.list()) {
    if (isSameId(ruleSet.environmentGroupId, id)) tenant.ruleSets.remove(ruleSet.id);
  }
  return answer(settings.answers === "recorded" ? 200 : 204);
};

/** Why a policy keeps an empty group from being deleted: 400 with the text Conflict on this host (one tenant, September 2026). */
function namingPolicy({ ruleAssignments, ruleBasedPolicies }: Tenant, id: string): string | undefined {
  const assigned = ruleAssignments.list(
    ({ resourceType, resourceId }) => resourceType === "EnvironmentGroup" && isSameId(resourceId, id),
  );
  if (assigned[0] !== undefined)
    return `Conflict: the policy '${assigned[0].policyId}' is assigned to the environment group '${id}'.`;
  const routing = ruleBasedPolicies.list(({ ruleSets = [] }) =>
    ruleSets.some((ruleSet) => ruleSet.id === "EnvironmentRouting" && fold(JSON.stringify(ruleSet)).includes(fold(id))),
  );
  if (routing[0] === undefined) return undefined;
  return `Conflict: a routing rule of the policy '${routing[0].id}' names the environment group '${id}'.`;
}

/** Microsoft's reference lists 200, 204 and 400 alone, so a missing group is 204 there; the older host answers 404. */
const missing = (call: Call): Answer =>
  call.tenantState.settings.answers === "documented"
    ? answer(204)
    : refuse(call, 404, {
        code: "EnvironmentGroupNotFound",
        message: `The environment group '${param(call, "groupId")}' could not be found.`,
      });

const serverMembers = ["id", "createdTime", "createdBy", "lastModifiedTime", "lastModifiedBy"];

const membersOf = (body: object): Partial<EnvironmentGroup> =>
  Object.fromEntries(Object.entries(body).filter(([name, value]) => !serverMembers.includes(name) && value !== null));

export const groupOperations = {
  listEnvironmentGroups,
  getEnvironmentGroup,
  createEnvironmentGroup,
  updateEnvironmentGroup,
  deleteEnvironmentGroup,
};
