import * as pulumi from "@pulumi/pulumi";
import { getRoleAssignments, getRoleDefinitions, RoleAssignment, scopes } from "pulumi-power-platform";

const principalObjectId = new pulumi.Config().require("servicePrincipalObjectId");

// Step 1: list the role definitions.
const roles = pulumi.output(getRoleDefinitions());
export const roleNames = roles.apply((all) => all.map((role) => role.roleDefinitionName));

// Step 2: assign Contributor to the service principal for the whole tenant.
const contributor = new RoleAssignment("contributor", {
  principalObjectId,
  principalType: "ApplicationUser",
  roleDefinitionId: roles.apply(
    (all) => all.find((role) => /contributor$/i.test(role.roleDefinitionName))!.roleDefinitionId,
  ),
  scope: scopes.tenant(),
});

// Step 3: verify. The id is known when the assignment exists, so this looks only then.
export const isListed = contributor.roleAssignmentId.apply(async (id) => {
  const assignments = await getRoleAssignments({ scope: scopes.tenant() });
  return assignments.some((assignment) => assignment.roleAssignmentId === id);
});
