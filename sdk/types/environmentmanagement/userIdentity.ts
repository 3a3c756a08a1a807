// Made from provider/functions/environmentmanagement/userIdentity.ts by `npm run generate`; a test says when it is not current.

/** Who asked for an operation or made a backup. */
export interface UserIdentity {
  /** Entra object id of the principal. */
  readonly userId: string | undefined;
  /** Name of the principal. */
  readonly displayName: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
  /** Tenant of the principal. */
  readonly tenantId: string | undefined;
}
