import * as pulumi from "@pulumi/pulumi";
import { CurrencyAllocation, ResourceThreshold } from "pulumi-power-platform";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");

const credits = new CurrencyAllocation("credits", {
  environmentId,
  currencyType: "MCSMessages",
  allocated: 5000,
  onDelete: "restore",
});

const threshold = new ResourceThreshold(
  "helpdesk-agent",
  {
    environmentId,
    entitlementId: "MCSMessages",
    resourceId: config.require("agentId"),
    limit: 2000,
    notificationThreshold: 80,
    notifyIfOverCapacity: true,
    stopIfOverCapacity: true,
    onDelete: "restore",
  },
  { dependsOn: credits },
);

export const allocated = credits.allocated;
export const limit = threshold.limit;
