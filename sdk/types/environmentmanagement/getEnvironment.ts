// Made from provider/functions/environmentmanagement/getEnvironment.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getEnvironment}. */
export interface GetEnvironmentArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
  /** Names of the members to answer, separated by commas; the id always comes. Left out, all are answered. */
  select?: string | undefined;
}

/** Who made it. */
export interface GetEnvironmentResultCreatedBy {
  /** Entra object id of the principal. */
  readonly id: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
}

/** Who it was made for. */
export interface GetEnvironmentResultCreatedFor {
  /** Entra object id of the principal. */
  readonly id: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
}

/** How long backups of it, or it itself once it is deleted, are kept. */
export interface GetEnvironmentResultRetentionDetails {
  /** Since when, UTC. */
  readonly availableFromDateTime: string | undefined;
  /** A duration such as `P7D`. */
  readonly retentionPeriod: string | undefined;
}

/** What {@link getEnvironment} answers. */
export interface GetEnvironmentResult {
  /** A GUID, or `Default-{tenantId}`. */
  readonly id: string;
  /** Display name. */
  readonly displayName: string | undefined;
  /** Tenant of the environment. */
  readonly tenantId: string | undefined;
  /** Such as `Production`, `Sandbox`, `Developer`, `Default`. */
  readonly type: string | undefined;
  /** Such as `Ready`. */
  readonly state: string | undefined;
  /** Geography such as `europe`. */
  readonly geo: string | undefined;
  /** Azure region that it runs in. */
  readonly azureRegion: string | undefined;
  /** Address of its Dataverse. */
  readonly url: string | undefined;
  /** First part of the host name of its Dataverse. */
  readonly domainName: string | undefined;
  /** Id of its Dataverse. */
  readonly dataverseId: string | undefined;
  /** Version of its Dataverse. */
  readonly version: string | undefined;
  /** Entra group whose members may use it. */
  readonly securityGroupId: string | undefined;
  /** Group of Microsoft 365 that a Teams environment belongs to. */
  readonly connectedGroupId: string | undefined;
  /** Group that it is a member of. */
  readonly environmentGroupId: string | undefined;
  /** `Standard` is a Managed Environment, `Basic` is none. */
  readonly protectionLevel: string | undefined;
  /** Whether only administrators may use it, as the service writes it. */
  readonly adminMode: string | undefined;
  /** Whether background operations run, as the service writes it. */
  readonly backgroundOperationsState: string | undefined;
  /** Release ring, such as `FirstRelease`. */
  readonly clusterCategory: string | undefined;
  /** What it was made for, as the service names it. */
  readonly scenarioName: string | undefined;
  /** Who made it. */
  readonly createdBy: GetEnvironmentResultCreatedBy | undefined;
  /** Who it was made for. */
  readonly createdFor: GetEnvironmentResultCreatedFor | undefined;
  /** When it was made, UTC. */
  readonly createdDateTime: string | undefined;
  /** When it was deleted, UTC: it can be recovered until its retention is over. */
  readonly deletedDateTime: string | undefined;
  /** How long backups of it, or it itself once it is deleted, are kept. */
  readonly retentionDetails: GetEnvironmentResultRetentionDetails | undefined;
}
