// Made from provider/resources/environmentmanagement/groupPrincipal.ts by `npm run generate`; a test says when it is not current.

/**
 * Who made or changed an environment group. A new group carries `id` and `type` only (recorded August 2026).
 */
export interface GroupPrincipal {
  /** Entra object id of the principal. */
  readonly id: string;
  /** Name of the principal. */
  readonly displayName: string | undefined;
  /** Mail address of a user. */
  readonly email: string | undefined;
  /** Tenant of the principal. */
  readonly tenantId: string | undefined;
  /** Such as `User`. */
  readonly type: string | undefined;
  /** Sign-in name of a user. */
  readonly userPrincipalName: string | undefined;
}
