import { guid, id, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The environments that are billed to one policy; also in a preview.
 *
 *     export const billed = getBillingPolicyEnvironmentsOutput({
 *       billingPolicyId: "66666666-6666-4666-8666-666666666666",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy-environment/list-billing-policy-environments
 */
export const billingPolicyEnvironments = defineList({
  name: "getBillingPolicyEnvironments",
  result: "billingPolicyEnvironments",
  apiVersion: "2024-10-01",
  path: "/licensing/billingPolicies/{billingPolicyId}/environments",
  permission: "Licensing.BillingPolicies.Read",
  args: {
    /** Id of the policy. */
    billingPolicyId: guid(),
    /** Id of an environment. */
    environmentId: id().optional(),
  },
  item: {
    /** Id of the policy. */
    billingPolicyId: guid(),
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: text(),
  },
});
