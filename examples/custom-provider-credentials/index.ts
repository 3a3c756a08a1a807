import * as pulumi from "@pulumi/pulumi";
import { Provider, RoleAssignment, scopes } from "pulumi-power-platform";

const config = new pulumi.Config();

// The pipeline's own identity stays in the environment. Role assignments are made by another one, which holds the role
// "Power Platform role-based access control administrator" and nothing else.
const accessAdmin = new Provider("access-admin", {
  clientId: config.require("accessAdminClientId"),
  clientSecret: config.requireSecret("accessAdminClientSecret"),
});

const auditors = new RoleAssignment(
  "auditors",
  {
    principalObjectId: config.require("auditorsObjectId"),
    principalType: "Group",
    roleDefinitionId: "reader",
    scope: scopes.tenant(),
  },
  { provider: accessAdmin },
);

export const assignedBy = auditors.createdByPrincipalObjectId;
