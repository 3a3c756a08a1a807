// Made from provider/functions/licensing/billingPolicyEnvironments.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type {
  GetBillingPolicyEnvironmentsArgs,
  ListedBillingPolicyEnvironment,
} from "../../types/licensing/billingPolicyEnvironments";

const called = { name: "getBillingPolicyEnvironments", result: "billingPolicyEnvironments" };

/**
 * The environments that are billed to one policy; also in a preview.
 *
 *     export const billed = getBillingPolicyEnvironmentsOutput({
 *       billingPolicyId: "66666666-6666-4666-8666-666666666666",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy-environment/list-billing-policy-environments
 */
export function getBillingPolicyEnvironments(
  args: GetBillingPolicyEnvironmentsArgs,
): Promise<ListedBillingPolicyEnvironment[]> {
  return fromProgram(called, args);
}

/** {@link getBillingPolicyEnvironments} for arguments that are outputs; it asks when they are known. */
export function getBillingPolicyEnvironmentsOutput(
  args: InputArgs<GetBillingPolicyEnvironmentsArgs>,
): Output<ListedBillingPolicyEnvironment[]> {
  return fromProgramOutput(called, args);
}
