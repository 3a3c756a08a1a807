import type { Values } from "../../provider/declare/plainValues";
import type { Kind } from "../../provider/resources";

export const tenantId = "00000000-0000-4000-8000-000000000001";

/** A good program's inputs, one of each kind. */
export const declared: Readonly<Record<Kind, Values>> = {
  RoleAssignment: {
    principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
    principalType: "ApplicationUser",
    roleDefinitionId: "reader",
    scope: "tenant",
  },
  EnvironmentGroup: { displayName: "Finance", description: "Environments of the finance department" },
  BillingPolicy: {
    name: "payg-europe",
    location: "europe",
    billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-power" },
  },
  IsvContract: {
    name: "contosocontract1",
    geo: "europe",
    status: "Enabled",
    consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
    conditions: { apiFilter: { allowOtherPremiumConnectors: false, requiredApis: [{ name: "shared_sql" }] } },
    powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
    billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-isv" },
  },
};
