import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { page } from "../../paging";
import { refuse, wrapped } from "../../refusal";
import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";
import type { RuleAssignment, RuleBasedPolicy } from "../../tenant/governanceTypes";
import type { OperationHandler } from "../operationHandler";
import { policyMissing, policyOf, policyWith } from "./policyOf";
import { assignmentsOf } from "./syncedPolicies";

/** What a policy is assigned to. */
type Target = Pick<RuleAssignment, "resourceType" | "resourceId">;

const listRuleAssignments: OperationHandler = (call) => {
  const { resourceType } = call.query;
  return assignmentList(call, (assignment) => resourceType === undefined || assignment.resourceType === resourceType);
};

const listRuleAssignmentsByPolicy: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  return assignmentList(call, ({ policyId }) => isSameId(policyId, policy.id));
};

/** The lists of a group and of an environment. */
const listOfTarget: OperationHandler = (call) => {
  const target = targetOf(call);
  if (target === undefined) return targetMissing(call);
  return assignmentList(call, (assignment) => isOf(assignment, target));
};

/** To a group or an environment. Repeated with the same policy it sets the overrides anew. */
const assign: OperationHandler = (call) => {
  const { ruleAssignments } = call.tenantState.tenant;
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const target = targetOf(call);
  if (target === undefined) return targetMissing(call);
  const refused = refuseAssignment(call, policy, target);
  if (refused) return refused;
  const assignment = { policyId: policy.id, ...target };
  const { assignmentOverrides = [] } = call.body as { assignmentOverrides?: Entity[] };
  ruleAssignments.remove(idOf(assignment));
  const stored = ruleAssignments.add({ ...assignment, assignmentOverrides });
  const { answers } = call.tenantState.settings;
  return answer(answers === "recorded" ? 200 : 201, assignmentWire(call, stored, true));
};

/** Undocumented, for groups alone; 204 was seen. */
const deleteEnvironmentGroupRuleAssignment: OperationHandler = (call) => {
  const assignment = {
    policyId: param(call, "policyId"),
    resourceType: "EnvironmentGroup",
    resourceId: param(call, "environmentGroupId"),
  } as const;
  if (call.tenantState.tenant.ruleAssignments.remove(idOf(assignment))) return answer(204);
  return refuse(call, 404, {
    code: "RuleAssignmentNotFound",
    message: `The policy '${assignment.policyId}' is not assigned to the environment group '${assignment.resourceId}'.`,
  });
};

/** One policy for each group or environment (409 for a group, Terraform provider's tracker), one of these for each policy. */
function refuseAssignment(call: Call, policy: RuleBasedPolicy, target: Target): Answer | undefined {
  const assignments = assignmentsOf(call.tenantState);
  const other = assignments.find((each) => isOf(each, target) && !isSameId(each.policyId, policy.id));
  if (other !== undefined) {
    const message = `The policy '${other.policyId}' is assigned to the ${other.resourceType} '${other.resourceId}' already.`;
    return { ...answer(409, wrapped({ code: "PolicyAlreadyAssigned", message })), undocumented: true };
  }
  const elsewhere = assignments.find((each) => isSameId(each.policyId, policy.id) && !isOf(each, target));
  if (elsewhere === undefined) return undefined;
  return refuse(call, 400, {
    code: "InputValidationError",
    message: `The policy '${policy.id}' is assigned to the ${elsewhere.resourceType} '${elsewhere.resourceId}' already.`,
  });
}

/** The group or the environment that the route names. */
function targetOf({ tenantState: { tenant }, params }: Call): Target | undefined {
  const { environmentId, environmentGroupId = "" } = params;
  const [resourceType, resource] =
    environmentId === undefined
      ? (["EnvironmentGroup", tenant.environmentGroups.get(environmentGroupId)] as const)
      : (["Environment", tenant.environments.get(environmentId)] as const);
  return resource && { resourceType, resourceId: resource.id };
}

const targetMissing = (call: Call): Answer => {
  const { environmentId, environmentGroupId = "" } = call.params;
  return environmentId === undefined
    ? refuse(call, 404, {
        code: "EnvironmentGroupNotFound",
        message: `The environment group '${environmentGroupId}' could not be found.`,
      })
    : refuse(call, 404, {
        code: "EnvironmentNotFound",
        message: `The environment '${environmentId}' could not be found.`,
      });
};

/** `includeRuleSetCounts` is documented as required on every list and was left out on some (recorded, guide). */
function assignmentList(call: Call, matches: (assignment: RuleAssignment) => boolean): Answer {
  const counts = call.query.includeRuleSetCounts;
  if (counts === undefined && call.tenantState.settings.answers === "documented") {
    return refuse(call, 400, { code: "InvalidRequest", message: "includeRuleSetCounts: must be there." });
  }
  const found = assignmentsOf(call.tenantState).filter(matches);
  return page(
    call,
    found.map((assignment) => assignmentWire(call, assignment, counts === "true")),
  );
}

function assignmentWire(call: Call, assignment: RuleAssignment, withCount: boolean): Entity {
  const { policyId, resourceType, resourceId } = assignment;
  const shown = { policyId, resourceType, resourceId, tenantId: call.tenantState.tenant.id };
  const ruleSetCount = policyWith(call, policyId)?.ruleSets?.length ?? 0;
  return withCount ? { ...shown, ruleSetCount } : shown;
}

const isOf = (assignment: RuleAssignment, { resourceType, resourceId }: Target): boolean =>
  assignment.resourceType === resourceType && isSameId(assignment.resourceId, resourceId);

const idOf = ({ policyId, resourceType, resourceId }: RuleAssignment): string =>
  `${policyId}/${resourceType}/${resourceId}`;

export const assignmentOperations = {
  listRuleAssignments,
  listRuleAssignmentsByPolicy,
  listRuleAssignmentsByEnvironmentGroup: listOfTarget,
  listRuleAssignmentsByEnvironment: listOfTarget,
  createEnvironmentGroupRuleAssignment: assign,
  createEnvironmentRuleAssignment: assign,
  deleteEnvironmentGroupRuleAssignment,
};
