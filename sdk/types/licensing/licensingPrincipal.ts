// Made from provider/resources/licensing/licensingPrincipal.ts by `npm run generate`; a test says when it is not current.

/** Who made or changed a billing policy or an ISV contract. */
export interface LicensingPrincipal {
  /** Entra object id of the principal. */
  readonly id: string;
  /** Kind of the principal, such as `User`. */
  readonly type: string;
}
