import { isSameId } from "./entity";
import type { RuleBasedPolicy } from "./governanceTypes";
import type { Tenant } from "./tenant";

/** The policy that governs a group: one at most. */
export function policyOfGroup(
  { ruleAssignments, ruleBasedPolicies }: Tenant,
  groupId: string | null | undefined,
): RuleBasedPolicy | undefined {
  if (groupId === undefined || groupId === null) return undefined;
  const [assignment] = ruleAssignments.list(
    ({ resourceType, resourceId }) => resourceType === "EnvironmentGroup" && isSameId(resourceId, groupId),
  );
  return assignment && ruleBasedPolicies.get(assignment.policyId);
}
