import { caseless, guid, text, timestamp } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { roleDefinitionField } from "../../resources/authorization/builtInRoles";
import { parseScope, scopeField, scopePath } from "../../resources/authorization/scope";
import { defineList } from "../../declare/defineList";

const pathOf = ({ scope }: Values): string => scopePath(parseScope(String(scope)) ?? { kind: "tenant" });

/** https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control */
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
    roleAssignmentId: guid(),
    scope: text(),
    principalType: text(),
    principalObjectId: guid(),
    roleDefinitionId: guid(),
    createdByPrincipalType: text().optional(),
    createdByPrincipalObjectId: text().optional(),
    createdOn: timestamp().optional(),
    /** When it ends; absent for a permanent one. */
    expiresOn: timestamp().optional(),
  },
});
