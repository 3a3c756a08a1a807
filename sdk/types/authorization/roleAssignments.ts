// Made from provider/functions/authorization/roleAssignments.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getRoleAssignments}. */
export interface GetRoleAssignmentsArgs {
  /** `tenant`, `/environmentGroups/{id}` or `/environments/{id}`. @see scopes in the SDK */
  scope: string;
  /** Entra object id of the principal. */
  principalObjectId?: string | undefined;
  /** `User`, `Group` or `ApplicationUser`. */
  principalType?: string | undefined;
  /** Id of a role definition or name of a built-in role. */
  roleDefinitionId?: string | undefined;
  /**
   * Also what holds at the scope and was given elsewhere: at the tenant, at the group of the environment, by an Entra role,
   * and with `principalObjectId` through security groups. Not at an environment group, for which the API has no search.
   */
  inherited?: boolean | undefined;
}

/** An item of {@link getRoleAssignments}. */
export interface ListedRoleAssignment {
  /** The service's id of the assignment; absent for what an Entra role gives, of which nothing is stored. */
  readonly roleAssignmentId: string | undefined;
  /** Where the role holds, as the service writes it: `/tenants/{tenantId}` and what is below it. */
  readonly scope: string;
  /** Such as `User`, `Group` or `ApplicationUser`. */
  readonly principalType: string;
  /** Entra object id of the principal. */
  readonly principalObjectId: string;
  /** Id of the role definition. */
  readonly roleDefinitionId: string;
  /** Kind of the principal that made the assignment, such as `User`. */
  readonly createdByPrincipalType: string | undefined;
  /** Entra object id of the principal that made the assignment. */
  readonly createdByPrincipalObjectId: string | undefined;
  /** When it was made, as the service writes it. */
  readonly createdOn: string | undefined;
  /** When it ends; absent for a permanent one. */
  readonly expiresOn: string | undefined;
  /** Where it comes from, in the service's words: stored, or from a role of Entra. Only with `inherited`. */
  readonly source: string | undefined;
}
