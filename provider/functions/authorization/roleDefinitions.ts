import { caseless, guid, list, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The roles that can be assigned, as the tenant answers them; also in a preview.
 *
 *     export const roles = getRoleDefinitionsOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control/list-role-definitions
 * @see builtInRoles for the ids alone
 */
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
    /** The service's id of the role. */
    roleDefinitionId: guid(),
    /** Display name; Microsoft has re-cased it over time, so compare ignoring case or use the id. */
    roleDefinitionName: text(),
    /** What the role is for. */
    description: text().optional(),
    /** Permissions with wildcards, such as `*.Read`. */
    permissions: list(text()).optional(),
    /** Permissions taken away again; on the wire, not documented. */
    permissionsExceptions: list(text()).optional(),
    /** Where the role can be assigned. */
    assignableScopes: list(text()).optional(),
  },
});
