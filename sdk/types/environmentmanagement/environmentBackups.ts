// Made from provider/functions/environmentmanagement/environmentBackups.ts by `npm run generate`; a test says when it is not current.

import type { UserIdentity } from "./userIdentity";

/** Arguments of {@link getEnvironmentBackups}. */
export interface GetEnvironmentBackupsArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
  /** Label of a manual backup. */
  label?: string | undefined;
}

/** An item of {@link getEnvironmentBackups}. */
export interface ListedEnvironmentBackup {
  /** Id of the backup. */
  readonly id: string | undefined;
  /** Label of a manual backup. */
  readonly label: string | undefined;
  /** Point in time that the backup holds, UTC. */
  readonly backupPointDateTime: string | undefined;
  /** When it lapses, UTC. */
  readonly backupExpiryDateTime: string | undefined;
  /** Who made it. */
  readonly createdBy: UserIdentity | undefined;
}
