import * as pulumi from "@pulumi/pulumi";
import { EnvironmentManagementSettings } from "pulumi-power-platform";

const config = new pulumi.Config();

const settings = new EnvironmentManagementSettings("production", {
  environmentId: config.require("environmentId"),
  powerApps_AllowCodeApps: false,
  copilotStudio_ConversationAuditLoggingEnabled: true,
  onDelete: "restore",
});

export const environmentId = settings.environmentId;
