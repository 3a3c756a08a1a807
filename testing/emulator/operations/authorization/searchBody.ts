import { type Entity, isSameId } from "../../tenant/entity";

/** `RoleAssignmentQuery`; a switch that is not sent is off, as the service's own defaults are not published. */
export interface Search {
  scope: string | undefined;
  principalObjectId: string | undefined;
  principalType: string | undefined;
  permission: string | undefined;
  includeParentScopes: boolean;
  includeNestedScopes: boolean;
  expandSecurityGroups: boolean;
  expandEnvironmentGroups: boolean;
  includeVirtualEntraRoleAssignments: boolean;
}

/** The body, its names in any case: the SDK sends camelCase, Microsoft's PowerShell module PascalCase. */
export function readSearch(body: Entity): Search {
  const member = (wanted: string): unknown => Object.entries(body).find(([name]) => isSameId(name, wanted))?.[1];
  const text = (name: string): string | undefined => {
    const value = member(name);
    return typeof value === "string" ? value : undefined;
  };
  const flag = (name: string): boolean => member(name) === true;
  return {
    scope: text("scope")?.replace(/\/+$/, ""),
    principalObjectId: text("principalObjectId"),
    principalType: text("principalType"),
    permission: text("permission"),
    includeParentScopes: flag("includeParentScopes"),
    includeNestedScopes: flag("includeNestedScopes"),
    expandSecurityGroups: flag("expandSecurityGroups"),
    expandEnvironmentGroups: flag("expandEnvironmentGroups"),
    includeVirtualEntraRoleAssignments: flag("includeVirtualEntraRoleAssignments"),
  };
}
