import type { z } from "zod";

import { guid, list, text, timestamp } from "../lifecycle/fields";
import { parseScope, scopePath } from "../resources/scope";

/** A read-only question to the API that answers with a list. */
export interface ListFunction<A, O extends z.ZodRawShape> {
  readonly apiVersion: string;
  readonly path: (args: A) => string;
  /** The group or environment that is asked about, such as `/environments/abc`; empty for the tenant. */
  readonly scope: (args: A) => string;
  /** Permission of the Power Platform API, as the contract's `x-permission` has it. */
  readonly permission: string;
  /** Shape of one item; members beside it are passed on as they come. */
  readonly item: O;
}

function pathOfScope({ scope }: { readonly scope: string }): string {
  const parsed = parseScope(scope);
  if (parsed !== undefined) return scopePath(parsed);
  throw new Error(`"${scope}" is not a scope: write tenant, /environmentGroups/{id} or /environments/{id}`);
}

/** The built-in roles as the service describes them. */
export const roleDefinitions = {
  apiVersion: "2024-10-01",
  path: () => "/authorization/roleDefinitions",
  scope: () => "",
  permission: "Authorization.RoleAssignments.Read",
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
} satisfies ListFunction<object, z.ZodRawShape>;

/** The assignments made at exactly one scope; inherited ones are not among them. */
export const roleAssignments = {
  apiVersion: "2024-10-01",
  path: (args: { readonly scope: string }) => {
    const path = pathOfScope(args).split("/").map(encodeURIComponent).join("/");
    return `/authorization${path}/roleAssignments`;
  },
  scope: pathOfScope,
  permission: "Authorization.RoleAssignments.Read",
  item: {
    roleAssignmentId: guid(),
    scope: text(),
    principalType: text(),
    principalObjectId: guid(),
    roleDefinitionId: guid(),
    createdByPrincipalType: text().optional(),
    createdByPrincipalObjectId: text().optional(),
    createdOn: timestamp().optional(),
    expiresOn: timestamp().nullable().optional(),
  },
} satisfies ListFunction<{ readonly scope: string }, z.ZodRawShape>;

export type ItemOf<F> = F extends { readonly item: infer O extends z.ZodRawShape }
  ? z.output<z.ZodObject<O>>
  : never;
