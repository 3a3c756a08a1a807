import * as pulumi from "@pulumi/pulumi";
import { ManagedEnvironment } from "pulumi-power-platform";

const config = new pulumi.Config();

const managed = new ManagedEnvironment("sandbox", {
  environmentId: config.require("environmentId"),
  onDelete: "restore",
});

export const protectionLevel = managed.protectionLevel;
