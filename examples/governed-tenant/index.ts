import * as pulumi from "@pulumi/pulumi";
import {
  BillingPolicy,
  CurrencyAllocation,
  EnvironmentGroup,
  GovernedEnvironment,
  RoleAssignment,
  RuleBasedPolicy,
  RuleBasedPolicyAssignment,
  scopes,
} from "pulumi-power-platform";

const config = new pulumi.Config();
const group = (principalObjectId: string) => ({ principalObjectId, principalType: "Group" as const });
const makers = group(config.require("makersObjectId"));
const auditors = group(config.require("auditorsObjectId"));

const sales = new EnvironmentGroup("sales", {
  displayName: "Sales",
  description: "Environments of the sales department",
});
const payg = new BillingPolicy("payg", {
  name: "payg-sales",
  location: "europe",
  billingInstrument: { subscriptionId: config.require("subscriptionId"), resourceGroup: "rg-sales" },
});
const rules = new RuleBasedPolicy("sales", {
  name: "Sales rules",
  ruleSets: { ReleaseChannel: { ReleaseChannel: 2 } },
});
new RuleBasedPolicyAssignment("sales", { policyId: rules.id, environmentGroupId: sales.id });
new RoleAssignment("auditors", { ...auditors, roleDefinitionId: "reader", scope: scopes.environmentGroup(sales) });

/** An environment of the sales department. */
const environment = (name: string, displayName: string): GovernedEnvironment =>
  new GovernedEnvironment(name, {
    environment: {
      ...{ displayName, environmentSku: "Sandbox", location: "europe", databaseType: "CommonDataService" },
      linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" }, domainName: `contoso-${name}` },
      allowDelete: true, // so that `pulumi destroy` deletes it; leave it out where data is worth something
    },
    environmentGroupId: sales.id,
    billingPolicyId: payg.id,
    roleAssignments: [{ ...makers, roleDefinitionId: "contributor" }],
  });
const development = environment("sales-dev", "Sales Development");
const production = environment("sales-prod", "Sales Production");

new CurrencyAllocation("sales-prod-credits", {
  environmentId: production.environmentId,
  currencyType: "MCSMessages",
  allocated: 5000,
});

export const groupId = sales.id;
export const environmentIds = [development.environmentId, production.environmentId];
