import * as pulumi from "@pulumi/pulumi";
import { EnvironmentDisasterRecovery } from "pulumi-power-platform";

const config = new pulumi.Config();

const recovery = new EnvironmentDisasterRecovery("production", {
  environmentId: config.require("environmentId"),
  onDelete: "restore",
});

export const state = recovery.disasterRecoveryState;
