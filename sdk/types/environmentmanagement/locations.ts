// Made from provider/functions/environmentmanagement/locations.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getLocations}. */
export interface GetLocationsArgs {
  /** Name such as `europe`. */
  name?: string | undefined;
  /** Whether it is the tenant's default. */
  isDefault?: boolean | undefined;
}

/** An item of {@link getLocations}. */
export interface ListedLocation {
  /** Name such as `europe`, which `location` of an environment takes. */
  readonly name: string | undefined;
  /** Name for people. */
  readonly displayName: string | undefined;
  /** Short code such as `EMEA`. */
  readonly code: string | undefined;
  /** Whether it is the tenant's default. */
  readonly isDefault: boolean | undefined;
  /** Whether no environment can be made there. */
  readonly isDisabled: boolean | undefined;
  /** Whether environments there can have Dataverse. */
  readonly canProvisionDatabase: boolean | undefined;
  /** Whether new features can be had there early. */
  readonly hasFirstReleaseIslandAvailableForProvisioning: boolean | undefined;
}
