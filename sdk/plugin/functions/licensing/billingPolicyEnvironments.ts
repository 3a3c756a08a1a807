// Made from provider/functions/licensing/billingPolicyEnvironments.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetBillingPolicyEnvironmentsArgs,
  ListedBillingPolicyEnvironment,
} from "../../../types/licensing/billingPolicyEnvironments";

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
  options?: InvokeOptions,
): Promise<ListedBillingPolicyEnvironment[]> {
  return throughPlugin(called, args, options);
}

/** {@link getBillingPolicyEnvironments} for arguments that are outputs; it asks when they are known. */
export function getBillingPolicyEnvironmentsOutput(
  args: InputArgs<GetBillingPolicyEnvironmentsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedBillingPolicyEnvironment[]> {
  return throughPluginOutput(called, args, options);
}
