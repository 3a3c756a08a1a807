import { caseless, guid, text } from "../../declare/fields";
import { defineList } from "../../declare/defineList";

/** https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy-environment/list-billing-policy-environments */
export const billingPolicyEnvironments = defineList({
  name: "getBillingPolicyEnvironments",
  result: "billingPolicyEnvironments",
  apiVersion: "2024-10-01",
  path: ({ billingPolicyId }) =>
    `/licensing/billingPolicies/${encodeURIComponent(String(billingPolicyId))}/environments`,
  permission: "Licensing.BillingPolicies.Read",
  args: {
    /** Id of the policy. */
    billingPolicyId: guid(),
    /** Id of an environment. */
    environmentId: caseless().optional(),
  },
  item: { billingPolicyId: guid(), environmentId: text() },
});
