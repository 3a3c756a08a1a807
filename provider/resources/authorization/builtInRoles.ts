import { isGuid } from "../../guid";

/**
 * Ids of the four built-in roles of Power Platform RBAC; the service has no others.
 * https://learn.microsoft.com/power-platform/admin/security/role-based-access-control
 */
export const builtInRoles = {
  /** Power Platform owner: everything. */
  owner: "0cb07c69-1631-4725-ab35-e59e001c51ea",
  /** Power Platform contributor: everything but managing role assignments. */
  contributor: "ff954d61-a89a-4fbe-ace9-01c367b89f87",
  /** Power Platform reader: reads everything. */
  reader: "c886ad2e-27f7-4874-8381-5849b8d8a090",
  /** Power Platform role-based access control administrator: reads everything and manages role assignments. */
  roleBasedAccessControlAdministrator: "95e94555-018c-447b-8691-bdac8e12211e",
} as const;

export type BuiltInRole = keyof typeof builtInRoles;

interface Grant {
  readonly permissions: readonly string[];
  readonly except: readonly string[];
}

const manageAssignments = ["Authorization.RoleAssignments.Write", "Authorization.RoleAssignments.Delete"];

/** What each role permits, the one that permits least first. */
const grants: Readonly<Record<BuiltInRole, Grant>> = {
  reader: { permissions: ["*.Read"], except: [] },
  roleBasedAccessControlAdministrator: { permissions: ["*.Read", ...manageAssignments], except: [] },
  contributor: { permissions: ["*"], except: manageAssignments },
  owner: { permissions: ["*"], except: [] },
};

/** The built-in roles that hold all of these permissions, the one that permits least first. */
export function rolesWith(permissions: readonly string[]): readonly BuiltInRole[] {
  const roles = Object.keys(grants) as BuiltInRole[];
  return roles.filter((role) => permissions.every((permission) => holds(grants[role], permission)));
}

function holds({ permissions, except }: Grant, permission: string): boolean {
  const isNamed = (pattern: string): boolean =>
    pattern === "*" || pattern === permission || (pattern.startsWith("*.") && permission.endsWith(pattern.slice(1)));
  return permissions.some(isNamed) && !except.some(isNamed);
}

/** Names differ in case, spaces and hyphens between Microsoft's sources, so none of these count. */
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, "")
    .replace(/^powerplatform/, "");

const idsByName = new Map(Object.entries(builtInRoles).map(([name, id]) => [fold(name), id as string]));

/** The id of a role given as GUID or as the name of a built-in role; `undefined` when it is neither. */
export const roleDefinitionIdOf = (value: string): string | undefined =>
  isGuid(value) ? value.toLowerCase() : idsByName.get(fold(value));

/** The name of a built-in role, for messages; the id of any other. */
export const roleTitle = (value: string): string => {
  const id = roleDefinitionIdOf(value);
  return Object.entries(builtInRoles).find(([, each]) => each === id)?.[0] ?? value;
};
