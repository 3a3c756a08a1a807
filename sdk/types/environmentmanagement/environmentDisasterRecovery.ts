// Made from provider/resources/environmentmanagement/environmentDisasterRecovery.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { SettingResourceArgs } from "../resourceArgs";

/** What a program says of {@link EnvironmentDisasterRecovery}. */
export interface EnvironmentDisasterRecoveryArgs extends SettingResourceArgs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
  /** Whether disaster recovery is on. Changes in place. @default true */
  enabled?: Input<boolean> | undefined;
}

/** What is known of a {@link EnvironmentDisasterRecovery}. */
export interface EnvironmentDisasterRecoveryOutputs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** Whether disaster recovery is on. */
  readonly enabled: Output<boolean>;
  /** What `enabled` was before, as JSON. `onDelete: "restore"` puts it back. */
  readonly found: Output<string | undefined>;
  /** The service's word: Enabled and Ready are on, Disabled and Unavailable are not. */
  readonly disasterRecoveryState: Output<string | undefined>;
  /** Where the copy is: NearCopy or FarCopy. */
  readonly disasterRecoveryLocation: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
