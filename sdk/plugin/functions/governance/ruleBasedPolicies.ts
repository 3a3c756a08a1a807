// Made from provider/functions/governance/ruleBasedPolicies.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetRuleBasedPoliciesArgs, ListedRuleBasedPolicy } from "../../../types/governance/ruleBasedPolicies";

const called = { name: "getRuleBasedPolicies", result: "ruleBasedPolicies" };

/**
 * The rule-based policies of the tenant with their rules; also in a preview. The welcome text of a policy is empty: the list of the
 * service leaves it out.
 *
 *     export const policies = getRuleBasedPoliciesOutput({ name: "Finance" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies/list-rule-based-policies
 */
export function getRuleBasedPolicies(
  args?: GetRuleBasedPoliciesArgs,
  options?: InvokeOptions,
): Promise<ListedRuleBasedPolicy[]> {
  return throughPlugin(called, args, options);
}

/** {@link getRuleBasedPolicies} for arguments that are outputs; it asks when they are known. */
export function getRuleBasedPoliciesOutput(
  args?: InputArgs<GetRuleBasedPoliciesArgs>,
  options?: InvokeOutputOptions,
): Output<ListedRuleBasedPolicy[]> {
  return throughPluginOutput(called, args, options);
}
