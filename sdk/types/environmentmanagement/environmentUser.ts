// Made from provider/resources/environmentmanagement/environmentUser.ts by `npm run generate`; a test says when it is not current.

/** A user, by Entra object id. */
export interface EnvironmentUser {
  /** Entra object id of the user. */
  readonly userId: string;
  /** Name of the user. */
  readonly displayName: string | undefined;
  /** Kind of the principal. */
  readonly type: string | undefined;
  /** Tenant of the user. */
  readonly tenantId: string | undefined;
}
