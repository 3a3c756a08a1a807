import * as pulumi from "@pulumi/pulumi";
import { CurrencyAllocation } from "pulumi-power-platform";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");

const credits = new CurrencyAllocation("credits", {
  environmentId,
  currencyType: "MCSMessages",
  allocated: 5000,
  onDelete: "restore",
});

export const allocated = credits.allocated;
