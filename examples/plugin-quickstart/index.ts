import * as pulumi from "@pulumi/pulumi";
import { BillingPolicy, EnvironmentGroup, RoleAssignment, scopes } from "pulumi-power-platform/plugin";

const config = new pulumi.Config();

const sales = new EnvironmentGroup("sales", {
  displayName: "Sales",
  description: "Environments of the sales department",
});
const payg = new BillingPolicy("payg", {
  name: "payg-sales",
  location: "europe",
  billingInstrument: { subscriptionId: config.require("subscriptionId"), resourceGroup: "rg-sales" },
});
new RoleAssignment("operators", {
  principalObjectId: config.require("operatorsObjectId"),
  principalType: "Group",
  roleDefinitionId: "contributor",
  scope: scopes.environmentGroup(sales),
});
new RoleAssignment("auditors", {
  principalObjectId: config.require("auditorsObjectId"),
  principalType: "Group",
  roleDefinitionId: "reader",
  scope: scopes.tenant(),
});

export const groupId = sales.id;
export const billingPolicyStatus = payg.status;
