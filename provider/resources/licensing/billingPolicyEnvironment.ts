import type { Call } from "../../declare/call";
import { defineLink } from "../../declare/define";
import { environmentId, guid } from "../../declare/fields";
import { environmentInId, namedAddress } from "../../declare/namedAddress";

const policies = "/licensing/billingPolicies";

const address = namedAddress(
  { billingPolicyId: (id) => id.toLowerCase(), environmentId: environmentInId },
  ({ billingPolicyId = "", environmentId = "" }) => ({
    collection: `${policies}/${encodeURIComponent(billingPolicyId)}/environments`,
    wireId: environmentId,
    parent: { kind: "BillingPolicy", id: billingPolicyId, collection: policies },
  }),
);

/** It names the one environment, so it may be sent again. */
const verb = (name: "add" | "remove"): Call => ({
  method: "POST",
  path: ({ collection }) => `${collection}/${name}`,
  body: ({ wireId }) => ({ environmentIds: [wireId] }),
  isReplaySafe: true,
});

/**
 * An environment that a billing policy pays for.
 *
 *     new BillingPolicyEnvironment("sales", {
 *       billingPolicyId: "5d1e0000-0000-4000-8000-000000000001",
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * An environment has at most one policy, and both have to be in the same geography. Nothing of it can change: every change
 * makes a new one, after the old one was removed.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy-environment
 * @id `{billingPolicyId}/{environmentId}`
 */
export const billingPolicyEnvironment = defineLink({
  kind: "BillingPolicyEnvironment",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the billing policy. Changing it replaces: the environment leaves the old policy first. */
    billingPolicyId: guid({ replaces: true }),
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
  },
  outputs: {},
  address,
  wireId: "environmentId",
  title: (values) => `of environment ${String(values.environmentId)} in policy ${String(values.billingPolicyId)}`,
  readBy: "id",
  naturalKey: ["billingPolicyId", "environmentId"],
  parentMissing: ["BillingPolicyNotFound"],
  add: verb("add"),
  remove: verb("remove"),
  permissions: { read: "Licensing.BillingPolicies.Read", write: "Licensing.BillingPolicies.ReadWrite" },
});
