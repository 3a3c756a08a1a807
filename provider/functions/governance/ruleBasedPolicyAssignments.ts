import { caseless, environmentId, flag, guid, id, integer, text } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { defineList } from "../defineFunction";

const policies = "/governance/ruleBasedPolicies";

/** The list of a policy, of a group, of an environment, or of the tenant. */
function route(args: Values): string {
  if (args.policyId !== undefined) return `${policies}/{policyId}/assignments`;
  if (args.environmentGroupId !== undefined) return `${policies}/environmentGroups/{environmentGroupId}/assignments`;
  if (args.environmentId !== undefined) return `${policies}/environments/{environmentId}/assignments`;
  return `${policies}/assignments`;
}

/**
 * Which rule-based policy governs which group or environment; also in a preview. All of the tenant, or those of one policy, one group
 * or one environment.
 *
 *     export const governed = getRuleBasedPolicyAssignmentsOutput({
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies/list-rule-assignments
 */
export const ruleBasedPolicyAssignments = defineList({
  name: "getRuleBasedPolicyAssignments",
  result: "ruleBasedPolicyAssignments",
  apiVersion: "2024-10-01",
  path: route,
  query: ({ includeRuleSetCounts = true }) => ({ includeRuleSetCounts }),
  permissionInRoles: "Governance.RuleBasedPolicies.Read",
  refuse: ({ policyId, environmentGroupId, environmentId: environment }) => {
    const given = Object.entries({ policyId, environmentGroupId, environmentId: environment });
    const [, second] = given.filter(([, value]) => value !== undefined);
    return second === undefined
      ? []
      : [
          {
            property: second[0],
            reason: "asks another question: name a policy, a group or an environment, not several",
          },
        ];
  },
  args: {
    /** Id of a policy. */
    policyId: id().optional(),
    /** Id of an environment group. */
    environmentGroupId: guid().optional(),
    /** Id of an environment. */
    environmentId: environmentId().optional(),
    /** `Environment` or `EnvironmentGroup`. */
    resourceType: caseless().optional(),
    /** Whether `ruleSetCount` is answered. @default true */
    includeRuleSetCounts: flag().optional(),
  },
  item: {
    /** Id of the policy. */
    policyId: text().optional(),
    /** `Environment` or `EnvironmentGroup`. */
    resourceType: text().optional(),
    /** Id of the environment or the group. */
    resourceId: text().optional(),
    /** Number of rule sets of the policy. */
    ruleSetCount: integer().optional(),
    /** The tenant. */
    tenantId: text().optional(),
  },
});
