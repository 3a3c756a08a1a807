import { caseless, flag, guid, text, timestamp } from "../../declare/fields";
import type { Values } from "../../declare/plainValues";
import { roleDefinitionField } from "../../resources/authorization/roleDefinitionField";
import { parseScope, type Scope, scopeField, scopePath } from "../../resources/authorization/scope";
import { defineList, type Search } from "../defineFunction";

const scopeOf = ({ scope }: Values): Scope => parseScope(String(scope)) ?? { kind: "tenant" };
const pathOf = (args: Values): string => scopePath(scopeOf(args));
const routeOf = (args: Values): string => `/authorization${pathOf(args).split("/").map(encodeURIComponent).join("/")}`;

/** The search has every switch that adds what holds at the scope without being made there. */
function inheritedSearch(args: Values): Search | undefined {
  if (args.inherited !== true) return undefined;
  const { principalObjectId, principalType } = args;
  return {
    path: `${routeOf(args)}/listRoleAssignments`,
    body: {
      ...(typeof principalObjectId === "string" ? { principalObjectId: principalObjectId.toLowerCase() } : {}),
      ...(typeof principalType === "string" ? { principalType: principalTypeOf(principalType) } : {}),
      includeParentScopes: true,
      expandEnvironmentGroups: true,
      expandSecurityGroups: true,
      includeVirtualEntraRoleAssignments: true,
    },
    // Of a principal it also answers what the security groups of the principal hold.
    answers: ["principalObjectId", "principalType"],
  };
}

const principalTypes = ["User", "Group", "ApplicationUser"];
const principalTypeOf = (written: string): string =>
  principalTypes.find((each) => each.toLowerCase() === written.toLowerCase()) ?? written;

/**
 * The role assignments at one scope, by whomever; also in a preview. Without `inherited` those made at exactly this scope.
 *
 *     export const groups = getRoleAssignmentsOutput({ scope: "tenant", principalType: "Group" });
 *
 *     // Everything that holds in an environment, wherever it was given.
 *     export const holders = getRoleAssignmentsOutput({
 *       scope: "/environments/eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       inherited: true,
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 */
export const roleAssignments = defineList({
  name: "getRoleAssignments",
  result: "roleAssignments",
  apiVersion: "2024-10-01",
  path: (args) => `${routeOf(args)}/roleAssignments`,
  scope: pathOf,
  namesTenant: (args) => scopeOf(args).tenantId !== undefined,
  refuse: (args) =>
    args.inherited === true && scopeOf(args).kind === "environmentGroup"
      ? [
          {
            property: "inherited",
            reason:
              "has no search at an environment group in this API: ask at the tenant or at an environment of the group, or leave inherited out",
          },
        ]
      : [],
  search: inheritedSearch,
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
    /**
     * Also what holds at the scope and was given elsewhere: at the tenant, at the group of the environment, by an Entra role,
     * and with `principalObjectId` through security groups. Not at an environment group, for which the API has no search.
     */
    inherited: flag().optional(),
  },
  item: {
    /** The service's id of the assignment; absent for what an Entra role gives, of which nothing is stored. */
    roleAssignmentId: guid().optional(),
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
    /** Where it comes from, in the service's words: stored, or from a role of Entra. Only with `inherited`. */
    source: text().optional(),
  },
});
