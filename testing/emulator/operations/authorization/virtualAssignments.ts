import type { Tenant } from "../../tenant/tenant";
import type { RoleAssignment } from "../../tenant/types";
import { roleDefinitions } from "./roleDefinitions";

/** A grant that an Entra role stands for: nothing is stored, so it has no id and cannot be deleted. */
export type VirtualAssignment = Pick<
  RoleAssignment,
  "scope" | "principalType" | "principalObjectId" | "roleDefinitionId"
> & { source: string };

/** A row for each Entra role of each principal; which built-in role one stands for is not published, so it is the owner. */
export const virtualAssignments = (tenant: Tenant): VirtualAssignment[] =>
  tenant.principals.list().flatMap(({ id, type, entraRoles = [] }) =>
    entraRoles.map((role) => ({
      scope: `/tenants/${tenant.id}`,
      principalType: type === "User" ? "User" : "ApplicationUser",
      principalObjectId: id,
      roleDefinitionId: roleDefinitions[0]?.roleDefinitionId ?? "",
      source: `EntraRole:${role}`,
    })),
  );
