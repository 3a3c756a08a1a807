// Made from provider/functions/authorization/roleDefinitions.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getRoleDefinitions}. */
export interface GetRoleDefinitionsArgs {
  /** Display name, in any case. */
  roleDefinitionName?: string | undefined;
}

/** An item of {@link getRoleDefinitions}. */
export interface ListedRoleDefinition {
  /** The service's id of the role. */
  readonly roleDefinitionId: string;
  /** Display name; Microsoft has re-cased it over time, so compare ignoring case or use the id. */
  readonly roleDefinitionName: string;
  /** What the role is for. */
  readonly description: string | undefined;
  /** Permissions with wildcards, such as `*.Read`. */
  readonly permissions: string[] | undefined;
  /** Permissions taken away again; on the wire, not documented. */
  readonly permissionsExceptions: string[] | undefined;
  /** Where the role can be assigned. */
  readonly assignableScopes: string[] | undefined;
}
