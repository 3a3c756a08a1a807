import { answer } from "../../answer";
import type { OperationHandler } from "../operationHandler";
import type { RoleName } from "../../tenant/types";

export interface RoleDefinition {
  /** Short name, for seeds. */
  name: RoleName;
  roleDefinitionId: string;
  roleDefinitionName: string;
  permissions: string[];
  permissionsExceptions: string[];
}

/** The four built-in roles. https://learn.microsoft.com/power-platform/admin/programmability-security-role-based-access-control */
export const roleDefinitions: readonly RoleDefinition[] = [
  {
    name: "owner",
    roleDefinitionId: "0cb07c69-1631-4725-ab35-e59e001c51ea",
    roleDefinitionName: "Power Platform owner",
    permissions: ["*"],
    permissionsExceptions: [],
  },
  {
    name: "contributor",
    roleDefinitionId: "ff954d61-a89a-4fbe-ace9-01c367b89f87",
    roleDefinitionName: "Power Platform contributor",
    permissions: ["*"],
    permissionsExceptions: ["Authorization.RoleAssignments.Write", "Authorization.RoleAssignments.Delete"],
  },
  {
    name: "reader",
    roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
    roleDefinitionName: "Power Platform reader",
    permissions: ["*.Read"],
    permissionsExceptions: [],
  },
  {
    name: "role-based access control administrator",
    roleDefinitionId: "95e94555-018c-447b-8691-bdac8e12211e",
    roleDefinitionName: "Power Platform role-based access control administrator",
    permissions: ["*.Read", "Authorization.RoleAssignments.Write", "Authorization.RoleAssignments.Delete"],
    permissionsExceptions: [],
  },
];

const listRoleDefinitions: OperationHandler = () =>
  answer(200, {
    value: roleDefinitions.map(({ name: _name, ...wire }) => ({
      ...wire,
      assignableScopes: ["/tenants/{0}"],
    })),
  });

export const roleDefinitionOperations = { listRoleDefinitions };
