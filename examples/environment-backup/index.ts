import * as pulumi from "@pulumi/pulumi";
import { EnvironmentBackup } from "pulumi-power-platform";

const config = new pulumi.Config();

const backup = new EnvironmentBackup("before-release", {
  environmentId: config.require("environmentId"),
  label: "before the March release",
});

export const expires = backup.backupExpiryDateTime;
