// Made from provider/functions/environmentmanagement/environments.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getEnvironments}. */
export interface GetEnvironmentsArgs {
  /** Id of an environment. */
  id?: string | undefined;
  /** Display name, in any case. */
  displayName?: string | undefined;
  /** Such as `Production`, `Sandbox`, `Developer`, `Default`. */
  type?: string | undefined;
  /** Such as `Ready`. */
  state?: string | undefined;
  /** Geography such as `europe`. */
  geo?: string | undefined;
  /** Id of the group it is a member of. */
  environmentGroupId?: string | undefined;
  /** First part of the host name of its Dataverse. */
  domainName?: string | undefined;
  /** `Standard` is a Managed Environment, `Basic` is none. */
  protectionLevel?: string | undefined;
}

/** Who made it. */
export interface ListedEnvironmentCreatedBy {
  /** Entra object id of the principal. */
  readonly id: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
}

/** Who it was made for. */
export interface ListedEnvironmentCreatedFor {
  /** Entra object id of the principal. */
  readonly id: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
}

/** How long backups of it, or it itself once it is deleted, are kept. */
export interface ListedEnvironmentRetentionDetails {
  /** Since when, UTC. */
  readonly availableFromDateTime: string | undefined;
  /** A duration such as `P7D`. */
  readonly retentionPeriod: string | undefined;
}

/** An item of {@link getEnvironments}. */
export interface ListedEnvironment {
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
  readonly createdBy: ListedEnvironmentCreatedBy | undefined;
  /** Who it was made for. */
  readonly createdFor: ListedEnvironmentCreatedFor | undefined;
  /** When it was made, UTC. */
  readonly createdDateTime: string | undefined;
  /** When it was deleted, UTC: it can be recovered until its retention is over. */
  readonly deletedDateTime: string | undefined;
  /** How long backups of it, or it itself once it is deleted, are kept. */
  readonly retentionDetails: ListedEnvironmentRetentionDetails | undefined;
}
