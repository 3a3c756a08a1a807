// Made from provider/functions/governance/ruleBasedPolicies.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetRuleBasedPoliciesArgs, ListedRuleBasedPolicy } from "../../types/governance/ruleBasedPolicies";

const called = { name: "getRuleBasedPolicies", result: "ruleBasedPolicies" };

/**
 * The rule-based policies of the tenant with their rules; also in a preview. The welcome text of a policy is empty: the list of the
 * service leaves it out.
 *
 *     export const policies = getRuleBasedPoliciesOutput({ name: "Finance" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies/list-rule-based-policies
 */
export function getRuleBasedPolicies(args?: GetRuleBasedPoliciesArgs): Promise<ListedRuleBasedPolicy[]> {
  return fromProgram(called, args);
}

/** {@link getRuleBasedPolicies} for arguments that are outputs; it asks when they are known. */
export function getRuleBasedPoliciesOutput(
  args?: InputArgs<GetRuleBasedPoliciesArgs>,
): Output<ListedRuleBasedPolicy[]> {
  return fromProgramOutput(called, args);
}
