const pulumi = require("@pulumi/pulumi");

const tenantId = "00000000-0000-4000-8000-000000000001";
const subscriptionId = "11111111-1111-4111-8111-111111111111";
const auditors = "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA";

/** Every kind, and what shapes a state: spellings, parts left to the service, secrets, time-outs, adoption, `get`, a provider. `change` is of the sales group. */
module.exports = (classes, change = {}) => {
  const { BillingPolicy, EnvironmentGroup, IsvContract, Provider, RoleAssignment, scopes } = classes;
  const explicit = new Provider("explicit", { tenantId });
  const finance = EnvironmentGroup.get("finance", "dddddddd-dddd-4ddd-8ddd-dddddddddddd");
  const sales = new EnvironmentGroup("sales", {
    displayName: "Sales",
    timeouts: { create: "5m" },
    ...change,
  });
  const legal = new EnvironmentGroup("legal", {
    displayName: "Legal – “Verträge” 🏛️",
    description: pulumi.secret("Environments of the legal department"),
  });
  const adopted = new EnvironmentGroup("adopted", { displayName: "Made by hand", adopt: true });
  const atTenant = new RoleAssignment("at-tenant", {
    principalObjectId: auditors,
    principalType: "group",
    roleDefinitionId: "Power Platform reader",
    scope: "tenant",
  });
  const atGroup = new RoleAssignment("at-group", {
    principalObjectId: auditors.toLowerCase(),
    principalType: "Group",
    roleDefinitionId: "ff954d61-a89a-4fbe-ace9-01c367b89f87",
    scope: scopes.environmentGroup(sales),
  });
  const byExplicit = new RoleAssignment(
    "by-explicit-provider",
    {
      principalObjectId: auditors,
      principalType: "Group",
      roleDefinitionId: "reader",
      scope: scopes.environmentGroup(finance),
    },
    { provider: explicit },
  );
  const contract = new IsvContract("contract", {
    name: "contosocontract1",
    geo: "europe",
    status: "Enabled",
    consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
    conditions: { apiFilter: { requiredApis: [{ name: "shared_sql" }, { name: "shared_teams" }] } },
    powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
    billingInstrument: { subscriptionId, resourceGroup: "rg-isv" },
  });
  // Last, so that a deployment which fails here has made all else.
  new BillingPolicy(
    "payg",
    {
      name: "payg-sales",
      location: "Europe",
      billingInstrument: { subscriptionId, resourceGroup: "RG-Sales" },
    },
    { dependsOn: [legal, adopted, atTenant, atGroup, byExplicit, contract] },
  );
};
