import type { RuleAssignment, RuleBasedPolicy } from "../../tenant/governanceTypes";
import { policyOfGroup } from "../../tenant/policyOfGroup";
import type { TenantState } from "../../tenantState";

/**
 * The policies that environments hold because their group has one (one tenant). Nothing is stored of them: a change of one
 * is answered and undone by the group.
 */
export function syncedPolicies({ tenant, settings }: TenantState): RuleBasedPolicy[] {
  if (settings.syncedPolicies === "hidden") return [];
  return tenant.environments.list().flatMap(({ id, environmentGroupId }) => {
    const policy = policyOfGroup(tenant, environmentGroupId);
    return policy === undefined ? [] : [{ ...policy, id: `${prefix}${id}`, name: syncedName }];
  });
}

/** All assignments: those that are stored, and that each policy of this kind governs its environment. */
export const assignmentsOf = (tenantState: TenantState): RuleAssignment[] => [
  ...tenantState.tenant.ruleAssignments.list(),
  ...syncedPolicies(tenantState).map(({ id }): RuleAssignment => ({
    policyId: id,
    resourceType: "Environment",
    resourceId: id.slice(prefix.length),
  })),
];

const prefix = "synced-";
const syncedName = "Synced Environment Policy (from Environment Group)";
