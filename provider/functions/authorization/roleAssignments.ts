import { caseless, guid, text, timestamp } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { roleDefinitionField } from "../../resources/authorization/roleDefinitionField";
import { parseScope, scopeField, scopePath } from "../../resources/authorization/scope";
import { defineList } from "../../declare/defineList";

const pathOf = ({ scope }: Values): string => scopePath(parseScope(String(scope)) ?? { kind: "tenant" });

/**
 * The role assignments made at exactly one scope, by whomever; also in a preview. Inherited ones are not among them.
 *
 *     export const groups = getRoleAssignmentsOutput({ scope: "tenant", principalType: "Group" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 */
export const roleAssignments = defineList({
  name: "getRoleAssignments",
  result: "roleAssignments",
  apiVersion: "2024-10-01",
  path: (args) =>
    `/authorization${pathOf(args).split("/").map(encodeURIComponent).join("/")}/roleAssignments`,
  scope: (args) => pathOf(args),
  permission: "Authorization.RoleAssignments.Read",
  args: {
    /** `tenant`, `/environmentGroups/{id}` or `/environments/{id}`. @see scopes in the SDK */
    scope: scopeField(),
    /** Entra object id of the principal. */
    principalObjectId: guid().optional(),
    /** `User`, `Group` or `ApplicationUser`. */
    principalType: caseless().optional(),
    /** Id of a role definition or name of a built-in role. */
    roleDefinitionId: roleDefinitionField().optional(),
  },
  item: {
    /** The service's id of the assignment. */
    roleAssignmentId: guid(),
    /** Where the role holds, as the service writes it: `/tenants/{tenantId}` and what is below it. */
    scope: text(),
    /** Such as `User`, `Group` or `ApplicationUser`. */
    principalType: text(),
    /** Entra object id of the principal. */
    principalObjectId: guid(),
    /** Id of the role definition. */
    roleDefinitionId: guid(),
    /** Kind of the principal that made the assignment, such as `User`. */
    createdByPrincipalType: text().optional(),
    /** Entra object id of the principal that made the assignment. */
    createdByPrincipalObjectId: text().optional(),
    /** When it was made, as the service writes it. */
    createdOn: timestamp().optional(),
    /** When it ends; absent for a permanent one. */
    expiresOn: timestamp().optional(),
  },
});
