import type { Lane } from "../reliability/matrix/lane";
import type { Properties } from "../scenarios/driver";
import type { KindCase } from "./kindCase";

const billingInstrument = {
  subscriptionId: "11111111-1111-4111-8111-111111111111",
  resourceGroup: "rg-power",
};

const inputs = { name: "payg-europe", location: "europe", status: "Enabled", billingInstrument } as const;

const instrument = (change: Properties): Properties => ({
  billingInstrument: { ...billingInstrument, ...change },
});

const endProvisioning =
  (status: "Enabled" | "Disabled") =>
  ({ emulator }: Lane): void => {
    for (const { id } of emulator.tenant.billingPolicies.list()) {
      emulator.tenant.billingPolicies.update(id, { status });
    }
  };

export const billingPolicy: KindCase = {
  kind: "BillingPolicy",
  inputs,
  distinct: (number) => ({ name: `payg-${number}` }),
  live: ({ tenant }) => tenant.billingPolicies.list().map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) => tenant.billingPolicies.add({ ...inputs, status: "Disabled" }).id,
  remove: ({ tenant }, id) => tenant.billingPolicies.remove(id),
  path: "/licensing/billingPolicies",
  createOperation: "createBillingPolicy",
  listOperation: "listBillingPolicies",
  deleteOperation: "deleteBillingPolicy",
  getOperation: "getBillingPolicy",
  change: { inputs: { status: "Disabled" }, path: "status", updateOperation: "updateBillingPolicy" },
  replacing: {
    location: { location: "unitedstates" },
    "billingInstrument.subscriptionId": instrument({
      subscriptionId: "33333333-3333-4333-8333-333333333333",
    }),
    "billingInstrument.resourceGroup": instrument({ resourceGroup: "rg-other" }),
  },
  respelled: { location: "Europe", status: "enabled", ...instrument({ resourceGroup: "RG-Power" }) },
  waits: {
    create: {
      target: { operationId: "getBillingPolicy" },
      settings: { provisioning: { billingPolicyCreate: 1 } },
      endless: {
        settings: { provisioning: { billingPolicyCreate: "untilTold" } },
        end: endProvisioning("Enabled"),
      },
    },
    update: {
      target: { operationId: "getBillingPolicy", nth: 2 },
      settings: { provisioning: { billingPolicyUpdate: 1 } },
      endless: {
        settings: { provisioning: { billingPolicyUpdate: "untilTold" } },
        end: endProvisioning("Disabled"),
      },
    },
  },
};
