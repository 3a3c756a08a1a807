import { ValidationError } from "../../errors";
import type { Call } from "../../declare/call";
import type { Address } from "../../declare/place";
import { defineLink } from "../../declare/define";
import { environmentId, guid } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";

const policies = "/licensing/billingPolicies";

const placeIn = (billingPolicyId: string) => ({
  collection: `${policies}/${encodeURIComponent(billingPolicyId)}/environments`,
  parent: { kind: "BillingPolicy", id: billingPolicyId, collection: policies },
});

const policyOf = ({ billingPolicyId }: Values): string => String(billingPolicyId).toLowerCase();

const address: Address = {
  of: (inputs) => placeIn(policyOf(inputs)),
  id: (inputs, wireId) => `${policyOf(inputs)}/${wireId}`,
  parse: (id) => {
    const [, billingPolicyId, wireId] = /^([^/\s]+)\/([^/\s]+)$/.exec(id) ?? [];
    if (billingPolicyId === undefined || wireId === undefined) {
      const reason = `"${id}" is not the id of a billing policy's environment: write {billingPolicyId}/{environmentId}`;
      throw new ValidationError(reason, { failures: [{ property: "id", reason }] });
    }
    return { ...placeIn(billingPolicyId), wireId };
  },
};

/** It names the one environment, so it may be sent again. */
const member = (verb: "add" | "remove"): Call => ({
  method: "POST",
  path: ({ collection }) => `${collection}/${verb}`,
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
  add: member("add"),
  remove: member("remove"),
  permissions: { read: "Licensing.BillingPolicies.Read", write: "Licensing.BillingPolicies.ReadWrite" },
});
