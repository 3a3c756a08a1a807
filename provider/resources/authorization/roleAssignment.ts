import { wrongId } from "../../declare/namedAddress";
import type { Address, NewPlace } from "../../declare/place";
import { defineCollection } from "../../declare/define";
import { guid, oneOf, text, timestamp } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { scopeMissing, principalMissing } from "./roleAssignmentCodes";
import { roleTitle } from "./builtInRoles";
import { roleDefinitionField } from "./roleDefinitionField";
import { parseScope, type Scope, scopeField, scopePath, scopeTitle } from "./scope";

const idForm =
  "/roleAssignments/{guid}, /environmentGroups/{id}/roleAssignments/{guid} or /environments/{id}/roleAssignments/{guid}";

const scopeOf = (inputs: Values): Scope => parseScope(String(inputs.scope)) ?? { kind: "tenant" };

const place = (scope: Scope) => ({
  collection: `/authorization${encodePath(scopePath(scope))}/roleAssignments`,
  ...parentOf(scope),
});

function parentOf(scope: Scope): Pick<NewPlace, "parent" | "scope"> {
  const { kind, id = "" } = scope;
  if (kind === "tenant") return {};
  const parent =
    kind === "environmentGroup"
      ? { kind: "EnvironmentGroup", id, collection: "/environmentmanagement/environmentGroups" }
      : { kind: "Environment", id, collection: "/environmentmanagement/environments" };
  return { parent, scope: scopePath(scope) };
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

const address: Address = {
  of: (inputs) => place(scopeOf(inputs)),
  id: (inputs, wireId) => `${scopePath(scopeOf(inputs))}/roleAssignments/${wireId}`,
  parse: (id) => {
    const [, path, wireId] = /^(.*?)(?:^|\/)(?:roleAssignments\/)?([^/\s]+)$/i.exec(id) ?? [];
    const scope = parseScope(path === undefined || path === "" ? "tenant" : path);
    if (scope === undefined || wireId === undefined) {
      throw wrongId(`"${id}" is not the id of a role assignment: write ${idForm}`);
    }
    return { ...place(scope), wireId, ...(scope.tenantId === undefined ? {} : { tenantId: scope.tenantId }) };
  },
};

/**
 * A role given to a user, group or application for the tenant, an environment group or one environment.
 *
 *     const finance = new EnvironmentGroup("finance", { displayName: "Finance" });
 *     new RoleAssignment("operators", {
 *       principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
 *       principalType: "Group",
 *       roleDefinitionId: "reader",
 *       scope: scopes.environmentGroup(finance),
 *     });
 *
 * Every change replaces: the new one is made first, so nobody loses access in between. An equal assignment that exists
 * already is an error unless `adopt` is set; the service itself would store it twice.
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 * @id `/roleAssignments/{guid}`, `/environmentGroups/{id}/roleAssignments/{guid}` or `/environments/{id}/roleAssignments/{guid}`
 */
export const roleAssignment = defineCollection({
  kind: "RoleAssignment",
  apiVersion: "2024-10-01",
  fields: {
    /**
     * Entra object id of the principal: of the user, the group, or (for an application) of its enterprise application;
     * neither a client id nor an e-mail address. Changing it replaces.
     */
    principalObjectId: guid({ replaces: true }),
    /**
     * Kind of the principal: `User`, `Group` or `ApplicationUser`. Applications and managed identities are
     * `ApplicationUser`; the service refuses `ServicePrincipal` (observed August 2026). Changing it replaces.
     */
    principalType: oneOf(["User", "Group", "ApplicationUser"], {
      replaces: true,
      hints: {
        ServicePrincipal: "write ApplicationUser for a service principal or managed identity",
        Application: "write ApplicationUser for an application",
        ManagedIdentity: "write ApplicationUser for a managed identity",
      },
    }),
    /**
     * The role: id of a role definition, or the name of a built-in role in any case (`owner`, `contributor`, `reader`,
     * `roleBasedAccessControlAdministrator`, or as Microsoft writes it, `Power Platform reader`). Changing it replaces.
     */
    roleDefinitionId: roleDefinitionField(),
    /**
     * Where the role holds: `tenant`, `/environmentGroups/{id}`, `/environments/{id}`, or the same after
     * `/tenants/{tenantId}`, which then must be the provider's tenant. Changing it replaces.
     * @see scopes in the SDK
     */
    scope: scopeField(),
  },
  outputs: {
    /** The service's id of the assignment, a GUID. */
    roleAssignmentId: guid(),
    /** Kind of the principal that made the assignment, such as `User`. */
    createdByPrincipalType: text(),
    /** Entra object id of the principal that made the assignment. */
    createdByPrincipalObjectId: guid(),
    /** When it was made, as the service writes it. */
    createdOn: timestamp(),
    /** When it ends; absent for a permanent one. The create request cannot set it. */
    expiresOn: timestamp().optional(),
  },
  address,
  wireId: "roleAssignmentId",
  createdAt: "createdOn",
  createdBy: "createdByPrincipalObjectId",
  title: (values) =>
    `${roleTitle(String(values.roleDefinitionId))} to ${String(values.principalType)} ${String(values.principalObjectId)} at ${scopeTitle(scopeOf(values))}`,
  readBy: "listing",
  naturalKey: ["scope", "principalObjectId", "principalType", "roleDefinitionId"],
  // One that ends is another grant than the permanent one that a program declares.
  isComparable: (live) => live.expiresOn === undefined || live.expiresOn === null,
  waitsFor: ["EnvironmentIdInvalid", "EnvironmentGroupIdInvalid", "PrincipalDoesNotExist"],
  missing: ["RoleAssignmentNotFound"],
  parentMissing: ["EnvironmentIdInvalid", "EnvironmentGroupIdInvalid"],
  codeAdvice: {
    PrincipalDoesNotExist: principalMissing,
    EnvironmentIdInvalid: scopeMissing,
    EnvironmentGroupIdInvalid: scopeMissing,
  },
  permissions: {
    read: "Authorization.RoleAssignments.Read",
    write: "Authorization.RoleAssignments.Write",
    deleteInRoles: "Authorization.RoleAssignments.Delete",
  },
});
