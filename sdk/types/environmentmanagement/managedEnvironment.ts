// Made from provider/resources/environmentmanagement/managedEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { SettingResourceArgs } from "../resourceArgs";

/** What a program says of {@link ManagedEnvironment}. */
export interface ManagedEnvironmentArgs extends SettingResourceArgs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
  /** Whether the environment is a Managed Environment. Changes in place. @default true */
  enabled?: Input<boolean> | undefined;
}

/** What is known of a {@link ManagedEnvironment}. */
export interface ManagedEnvironmentOutputs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** Whether the environment is a Managed Environment. */
  readonly enabled: Output<boolean>;
  /** What `enabled` was before, as JSON. `onDelete: "restore"` puts it back. */
  readonly found: Output<string | undefined>;
  /** The service's word for it: Standard is managed, Basic is not. */
  readonly protectionLevel: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
