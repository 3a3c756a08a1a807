// Made from provider/functions/licensing/licenseQuantity.ts by `npm run generate`; a test says when it is not current.

/** How many licences there are, by their state. */
export interface LicenseQuantity {
  /** Those that can be used. */
  readonly enabled: number | undefined;
  /** Those that will end. */
  readonly warning: number | undefined;
  /** Those that have ended. */
  readonly suspended: number | undefined;
}
