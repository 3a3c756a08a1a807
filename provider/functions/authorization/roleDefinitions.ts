import { caseless, guid, list, text } from "../../declare/fields";
import { defineList } from "../../declare/defineList";

/** https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control/list-role-definitions */
export const roleDefinitions = defineList({
  name: "getRoleDefinitions",
  result: "roleDefinitions",
  apiVersion: "2024-10-01",
  path: "/authorization/roleDefinitions",
  permission: "Authorization.RoleAssignments.Read",
  args: {
    /** Display name, in any case. */
    roleDefinitionName: caseless().optional(),
  },
  item: {
    roleDefinitionId: guid(),
    /** Display name; Microsoft has re-cased it over time, so compare ignoring case or use the id. */
    roleDefinitionName: text(),
    description: text().optional(),
    /** Permissions with wildcards, such as `*.Read`. */
    permissions: list(text()).optional(),
    /** Permissions taken away again; on the wire, not documented. */
    permissionsExceptions: list(text()).optional(),
    assignableScopes: list(text()).optional(),
  },
});
