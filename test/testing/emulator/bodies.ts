import type { Json } from "./harness";

export const tenantId = "00000000-0000-4000-8000-000000000001";
export const reader = "c886ad2e-27f7-4874-8381-5849b8d8a090";
export const principal = "abababab-abab-4bab-8bab-abababababab";

export const roleAssignment = (scope = `/tenants/${tenantId}`, more: Json = {}): Json => ({
  scope,
  principalObjectId: principal,
  principalType: "User",
  roleDefinitionId: reader,
  ...more,
});

export const billingPolicy = (more: Json = {}): Json => ({
  name: "payg-us",
  location: "unitedstates",
  status: "Enabled",
  billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-billing" },
  ...more,
});

export const isvContract = (more: Json = {}): Json => ({
  name: "contoso1234",
  geo: "unitedstates",
  status: "Enabled",
  consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
  conditions: { apiFilter: { allowOtherPremiumConnectors: true, requiredApis: [{ name: "shared_sql" }] } },
  powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
  billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-billing" },
  ...more,
});

export const ruleSet = (more: Json = {}): Json => ({
  parameters: [
    { type: "Sharing", resourceType: "App", value: [{ id: "MaximumShareLimit", value: "42" }] },
    { type: "AdminDigest", value: [{ id: "ExcludeEnvironmentFromAnalysis", value: "true" }] },
  ],
  ...more,
});

export const ruleBasedPolicy = (more: Json = {}): Json => ({
  name: "Finance rules",
  ruleSets: [{ id: "CodeAppsFeature", version: "1.0", inputs: { PowerApps_AllowCodeApps: true } }],
  ...more,
});
