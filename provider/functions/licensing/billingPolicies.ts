import { azureName, caseless, guid, location, object, oneOf, text } from "../../declare/fields";
import { billingPolicy } from "../../resources/licensing/billingPolicy";
import { defineList } from "../defineFunction";

/**
 * The billing policies of the tenant; also in a preview.
 *
 *     export const inEurope = getBillingPoliciesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy/list-billing-policies
 */
export const billingPolicies = defineList({
  name: "getBillingPolicies",
  result: "billingPolicies",
  apiVersion: billingPolicy.apiVersion,
  path: "/licensing/billingPolicies",
  permission: "Licensing.BillingPolicies.Read",
  args: {
    /** Name of the policy, in any case. */
    name: caseless().optional(),
    /** Geography such as `europe`. */
    location: location().optional(),
    /** `Enabled` or `Disabled`. */
    status: oneOf(["Enabled", "Disabled"]).optional(),
  },
  item: {
    /** GUID of the policy. */
    id: guid(),
    ...billingPolicy.inputShape,
    ...billingPolicy.outputShape,
    /** `Provisioning` while the service works on it. */
    status: text(),
    /** What is billed. */
    billingInstrument: object({
      /** Azure subscription. */
      subscriptionId: guid(),
      /** Azure resource group. */
      resourceGroup: azureName(),
      /** Azure resource id of the account that the service made. */
      id: text().optional(),
    }),
  },
});
