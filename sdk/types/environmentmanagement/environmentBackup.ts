// Made from provider/resources/environmentmanagement/environmentBackup.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** What a program says of {@link EnvironmentBackup}. */
export interface EnvironmentBackupArgs extends ResourceArgs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
  /** Label of the backup. Changing it replaces. */
  label: Input<string>;
}

/** Who made it. */
export interface EnvironmentBackupCreatedBy {
  /** Entra object id of the principal. */
  readonly userId: string | undefined;
  /** Name of the principal. */
  readonly displayName: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
  /** Tenant of the principal. */
  readonly tenantId: string | undefined;
}

/** What is known of a {@link EnvironmentBackup}. */
export interface EnvironmentBackupOutputs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** Label of the backup. */
  readonly label: Output<string>;
  /** Point in time that the backup holds, UTC. */
  readonly backupPointDateTime: Output<string | undefined>;
  /** When the backup expires, UTC. */
  readonly backupExpiryDateTime: Output<string | undefined>;
  /** Who made it. */
  readonly createdBy: Output<EnvironmentBackupCreatedBy | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
