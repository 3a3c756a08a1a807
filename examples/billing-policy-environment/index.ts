import * as pulumi from "@pulumi/pulumi";
import { BillingPolicy, BillingPolicyEnvironment } from "pulumi-power-platform";

const config = new pulumi.Config();

const policy = new BillingPolicy("payg", {
  name: "payg-us",
  location: "unitedstates",
  billingInstrument: { subscriptionId: config.require("subscriptionId"), resourceGroup: "rg-power-platform" },
});

const link = new BillingPolicyEnvironment("production", {
  billingPolicyId: policy.id,
  environmentId: config.require("environmentId"),
});

export const linkId = link.id;
