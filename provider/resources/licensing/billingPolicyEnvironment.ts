import type { Call } from "../../declare/call";
import { defineLink } from "../../declare/define";
import { environmentId, guid } from "../../declare/fields";
import type { TenantView } from "../../declare/expectation";
import { geographyName } from "../../declare/geography";
import { isValues, type Values } from "../../declare/plainValues";
import type { Failure } from "../../errors";
import { environments } from "../environmentmanagement/ofEnvironment";
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

/** Environment and policy have to be in one geography (pay-as-you-go guide). */
async function isSameGeography(
  { billingPolicyId, environmentId }: Values,
  { item }: TenantView,
): Promise<Failure | undefined> {
  const location = (await item(policies, String(billingPolicyId)))?.location;
  const geo = (await item(environments, String(environmentId)))?.geo;
  if (typeof location !== "string" || typeof geo !== "string") return undefined;
  if (geographyName(location) === geographyName(geo)) return undefined;
  return {
    property: "billingPolicyId",
    reason: `the policy is in ${location} and the environment in ${geo}: both have to be in the same geography. Use a policy in ${geographyName(geo)}`,
  };
}

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
  expects: [{ of: ["billingPolicyId", "environmentId"], judge: isSameGeography }],
  oneFor: ["environmentId"],
  elsewhere: async ({ named = {}, wireId }, { get }) => {
    const policy = await get(`/licensing/environments/${encodeURIComponent(wireId)}/billingPolicy`);
    const policyId = isValues(policy) && typeof policy.id === "string" ? policy.id.toLowerCase() : undefined;
    return policyId === undefined || policyId === named.billingPolicyId ? undefined : `${policyId}/${wireId}`;
  },
  naturalKey: ["billingPolicyId", "environmentId"],
  parentMissing: ["BillingPolicyNotFound"],
  add: verb("add"),
  remove: verb("remove"),
  permissions: { read: "Licensing.BillingPolicies.Read", write: "Licensing.BillingPolicies.ReadWrite" },
});
