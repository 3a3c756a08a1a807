import * as pulumi from "@pulumi/pulumi";
import { EnvironmentGroup, EnvironmentGroupMembership } from "pulumi-power-platform";

const config = new pulumi.Config();

const group = new EnvironmentGroup("sales", {
  displayName: "Sales",
  description: "Environments of the sales department",
});

const membership = new EnvironmentGroupMembership("production", {
  environmentGroupId: group.id,
  environmentId: config.require("environmentId"),
});

export const membershipId = membership.id;
