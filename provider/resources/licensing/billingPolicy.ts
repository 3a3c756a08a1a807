import { defineCollection } from "../../declare/define";
import { inCollection } from "../../declare/place";
import { guid, location, object, oneOf, resourceGroupName, text, timestamp } from "../../declare/fields";
import { quoted } from "../../declare/quoted";
import { azureAdvice } from "./azureAdvice";
import { licensingPrincipal } from "./licensingPrincipal";

/**
 * Pay-as-you-go billing of environments to an Azure subscription.
 *
 *     new BillingPolicy("payg", {
 *       name: "payg-europe",
 *       location: "europe",
 *       billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-power-platform" },
 *     });
 *
 * `name` and `status` change in place, everything else replaces. A create or update ends when the service has finished
 * provisioning; if that takes longer than `timeouts`, the policy is kept in state and the next `up` goes on.
 * Deleting it leaves the Azure account resource behind.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy
 * @id GUID of the policy
 */
export const billingPolicy = defineCollection({
  kind: "BillingPolicy",
  apiVersion: "2024-10-01",
  fields: {
    /** Name of the policy and, at its creation, of the Azure account resource. Changes in place. */
    name: text(),
    /**
     * Geography of Power Platform such as `europe` or `unitedstates` (no Azure region), in any case. Environments that
     * use the policy have to be in it. Changing it replaces.
     */
    location: location({ replaces: true }),
    /** Whether usage is billed. @default Enabled */
    status: oneOf(["Enabled", "Disabled"]).default("Enabled"),
    /** What is billed. Changing it replaces. */
    billingInstrument: object(
      {
        /** Azure subscription. Changing it replaces. */
        subscriptionId: guid(),
        /** Azure resource group, in any case. Changing it replaces. */
        resourceGroup: resourceGroupName(),
      },
      { replaces: true },
    ),
  },
  outputs: {
    billingInstrument: object({
      /** Azure resource id of the account that the service made. */
      id: text(),
    }),
    /** Seen as `TenantOwned`; on the wire only, not in the reference. */
    type: text().optional(),
    /** When the policy was made, UTC. */
    createdOn: timestamp(),
    /** Who made the policy. */
    createdBy: licensingPrincipal(),
    /** When it was last changed, UTC. */
    lastModifiedOn: timestamp({ renewed: true }).optional(),
    /** Who changed it last. */
    lastModifiedBy: licensingPrincipal({ renewed: true }).optional(),
  },
  address: inCollection("/licensing/billingPolicies"),
  wireId: "id",
  createdAt: "createdOn",
  createdBy: "createdBy.id",
  missing: ["BillingPolicyNotFound"],
  title: (values) => quoted(values.name),
  readBy: "id",
  naturalKey: ["name", "location", "billingInstrument"],
  update: { sends: ["name", "status"] },
  settles: { field: "status", isFinal: ({ status }) => status === "Enabled" || status === "Disabled" },
  forbiddenHint:
    "A billing policy also needs rights in its Azure subscription and resource group. A policy that does not exist may be answered 403 as well.",
  codeAdvice: azureAdvice,
  permissions: { read: "Licensing.BillingPolicies.Read", write: "Licensing.BillingPolicies.ReadWrite" },
});
