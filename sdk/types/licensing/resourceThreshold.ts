// Made from provider/resources/licensing/resourceThreshold.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { SettingResourceArgs } from "../resourceArgs";

/** What a program says of {@link ResourceThreshold}. */
export interface ResourceThresholdArgs extends SettingResourceArgs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
  /** The entitlement (currency), such as `MCSMessages`. Changing it replaces. */
  entitlementId: Input<string>;
  /** Id of the resource, such as an agent. Changing it replaces. */
  resourceId: Input<string>;
  /** How much the resource may consume, a whole number. */
  limit?: Input<number> | undefined;
  /**
   * The level at which a notification goes out. The admin center offers 50 to 100 percent; the API does not check.
   */
  notificationThreshold?: Input<number> | undefined;
  /** Whether to notify when the limit is passed. */
  notifyIfOverCapacity?: Input<boolean> | undefined;
  /** The consumption so far. The service counts it: leave it out, unless it has to be set. */
  resourceConsumption?: Input<number> | undefined;
  /** Whether to stop the resource when the limit is passed. */
  stopIfOverCapacity?: Input<boolean> | undefined;
  /** True stops the resource at once. */
  stopResource?: Input<boolean> | undefined;
}

/** What is known of a {@link ResourceThreshold}. */
export interface ResourceThresholdOutputs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** The entitlement (currency), such as `MCSMessages`. */
  readonly entitlementId: Output<string>;
  /** Id of the resource, such as an agent. */
  readonly resourceId: Output<string>;
  /** How much the resource may consume, a whole number. */
  readonly limit: Output<number | undefined>;
  /**
   * The level at which a notification goes out. The admin center offers 50 to 100 percent; the API does not check.
   */
  readonly notificationThreshold: Output<number | undefined>;
  /** Whether to notify when the limit is passed. */
  readonly notifyIfOverCapacity: Output<boolean | undefined>;
  /** The consumption so far. The service counts it: leave it out, unless it has to be set. */
  readonly resourceConsumption: Output<number | undefined>;
  /** Whether to stop the resource when the limit is passed. */
  readonly stopIfOverCapacity: Output<boolean | undefined>;
  /** True stops the resource at once. */
  readonly stopResource: Output<boolean | undefined>;
  /** The threshold before, as JSON. `onDelete: "restore"` puts it back. */
  readonly found: Output<string | undefined>;
  /** When the threshold was made. */
  readonly createdOn: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
