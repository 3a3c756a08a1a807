// Made from provider/functions/governance/ruleBasedPolicyAssignments.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetRuleBasedPolicyAssignmentsArgs,
  ListedRuleBasedPolicyAssignment,
} from "../../../types/governance/ruleBasedPolicyAssignments";

const called = { name: "getRuleBasedPolicyAssignments", result: "ruleBasedPolicyAssignments" };

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
export function getRuleBasedPolicyAssignments(
  args?: GetRuleBasedPolicyAssignmentsArgs,
  options?: InvokeOptions,
): Promise<ListedRuleBasedPolicyAssignment[]> {
  return throughPlugin(called, args, options);
}

/** {@link getRuleBasedPolicyAssignments} for arguments that are outputs; it asks when they are known. */
export function getRuleBasedPolicyAssignmentsOutput(
  args?: InputArgs<GetRuleBasedPolicyAssignmentsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedRuleBasedPolicyAssignment[]> {
  return throughPluginOutput(called, args, options);
}
