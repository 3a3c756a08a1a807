import * as pulumi from "@pulumi/pulumi";
import { IsvContract } from "pulumi-power-platform";

const config = new pulumi.Config();

const contract = new IsvContract("contoso", {
  name: "contosocontract1", // 10 to 64 letters or digits
  geo: "europe",
  status: "Enabled",
  consumer: { tenantId: config.require("customerTenantId") },
  conditions: {
    apiFilter: { allowOtherPremiumConnectors: false, requiredApis: [{ name: "shared_sql" }] },
  },
  powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
  billingInstrument: { subscriptionId: config.require("subscriptionId"), resourceGroup: "rg-isv" },
});

export const contractId = contract.id;
