// Made from provider/functions/licensing/billingPolicies.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetBillingPoliciesArgs, ListedBillingPolicy } from "../../types/licensing/billingPolicies";

const called = { name: "getBillingPolicies", result: "billingPolicies" };

/**
 * The billing policies of the tenant; also in a preview.
 *
 *     export const inEurope = getBillingPoliciesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy/list-billing-policies
 */
export function getBillingPolicies(args?: GetBillingPoliciesArgs): Promise<ListedBillingPolicy[]> {
  return fromProgram(called, args);
}

/** {@link getBillingPolicies} for arguments that are outputs; it asks when they are known. */
export function getBillingPoliciesOutput(args?: InputArgs<GetBillingPoliciesArgs>): Output<ListedBillingPolicy[]> {
  return fromProgramOutput(called, args);
}
