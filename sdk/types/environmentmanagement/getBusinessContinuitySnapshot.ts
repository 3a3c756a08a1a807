// Made from provider/functions/environmentmanagement/getBusinessContinuitySnapshot.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getBusinessContinuitySnapshot}. */
export interface GetBusinessContinuitySnapshotArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
}

/** What {@link getBusinessContinuitySnapshot} answers. */
export interface GetBusinessContinuitySnapshotResult {
  /** Point in time of the last synchronisation, UTC. Absent while disaster recovery is off. */
  readonly lastSyncTime: string | undefined;
}
