// Made from provider/functions/licensing/billingPolicies.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetBillingPoliciesArgs, ListedBillingPolicy } from "../../../types/licensing/billingPolicies";

const called = { name: "getBillingPolicies", result: "billingPolicies" };

/**
 * The billing policies of the tenant; also in a preview.
 *
 *     export const inEurope = getBillingPoliciesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy/list-billing-policies
 */
export function getBillingPolicies(
  args?: GetBillingPoliciesArgs,
  options?: InvokeOptions,
): Promise<ListedBillingPolicy[]> {
  return throughPlugin(called, args, options);
}

/** {@link getBillingPolicies} for arguments that are outputs; it asks when they are known. */
export function getBillingPoliciesOutput(
  args?: InputArgs<GetBillingPoliciesArgs>,
  options?: InvokeOutputOptions,
): Output<ListedBillingPolicy[]> {
  return throughPluginOutput(called, args, options);
}
