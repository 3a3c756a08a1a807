import type { Properties } from "../scenarios/driver";
import type { KindCase } from "./kindCase";

const billingInstrument = { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-isv" };

const inputs: Properties = {
  name: "contosocontract1",
  geo: "europe",
  status: "Enabled",
  consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
  conditions: { apiFilter: { allowOtherPremiumConnectors: false, requiredApis: [{ name: "shared_sql" }] } },
  powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
  billingInstrument,
};

export const isvContract: KindCase = {
  kind: "IsvContract",
  inputs,
  distinct: (number) => ({ name: `contosocontract${number}` }),
  live: ({ tenant }) => tenant.isvContracts.list().map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) => tenant.isvContracts.add({ ...(inputs as object), status: "Disabled" }).id,
  remove: ({ tenant }, id) => tenant.isvContracts.remove(id),
  path: "/licensing/isvContracts",
  createOperation: "createIsvContract",
  listOperation: "listIsvContracts",
  deleteOperation: "deleteIsvContract",
  getOperation: "getIsvContract",
  change: {
    inputs: { powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Disabled" } },
    path: "powerAutomatePolicy.cloudFlowRunsPayAsYouGoState",
    updateOperation: "updateIsvContract",
  },
  replacing: {
    geo: { geo: "asia" },
    "consumer.tenantId": { consumer: { tenantId: "44444444-4444-4444-8444-444444444444" } },
    "billingInstrument.resourceGroup": {
      billingInstrument: { ...billingInstrument, resourceGroup: "rg-other" },
    },
  },
  respelled: { geo: "EUROPE", status: "ENABLED" },
};
