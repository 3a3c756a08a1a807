import { type Emulator, seeded } from "pulumi-power-platform-testing";
import type { LinkCase } from "./linkCase";

const billingPolicyId = "5d1e0000-0000-4000-8000-000000000001";
const otherPolicyId = "5d1e0000-0000-4000-8000-000000000002";
const inputs = { billingPolicyId, environmentId: seeded.managedEnvironmentId };

const policy = (id: string): Parameters<Emulator["tenant"]["billingPolicies"]["add"]>[0] => ({
  id,
  name: `payg-${id.slice(-1)}`,
  location: "unitedstates",
  status: "Enabled",
  billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-power" },
});

export const billingPolicyEnvironment: LinkCase = {
  kind: "BillingPolicyEnvironment",
  inputs,
  another: { billingPolicyId, environmentId: seeded.sandboxEnvironmentId },
  prepare: ({ tenant }) => {
    for (const id of [billingPolicyId, otherPolicyId]) tenant.billingPolicies.add(policy(id));
  },
  live: ({ tenant }) =>
    tenant.billingPolicyEnvironments.list().map((link) => `${link.billingPolicyId}/${link.environmentId}`),
  plant: ({ tenant }) => {
    tenant.billingPolicyEnvironments.add(inputs);
  },
  remove: ({ tenant }) => {
    tenant.billingPolicyEnvironments.remove(`${billingPolicyId}/${inputs.environmentId}`);
  },
  removeParent: ({ tenant }) => {
    tenant.billingPolicies.remove(billingPolicyId);
    tenant.billingPolicyEnvironments.remove(`${billingPolicyId}/${inputs.environmentId}`);
  },
  addOperation: "addBillingPolicyEnvironments",
  removeOperation: "removeBillingPolicyEnvironments",
  listOperation: "listBillingPolicyEnvironments",
  added: { environmentIds: [inputs.environmentId] },
  replacing: {
    billingPolicyId: { billingPolicyId: otherPolicyId },
    environmentId: { environmentId: seeded.sandboxEnvironmentId },
  },
  respelled: { environmentId: inputs.environmentId.toUpperCase() },
};
