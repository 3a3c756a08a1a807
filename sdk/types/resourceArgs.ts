// Made from provider/declare/programFields.ts by `npm run generate`; a test says when it is not current.

import type { Input } from "@pulumi/pulumi";

/**
 * How long to wait for the service, each as "90s", "10m", "1h" or a number of seconds. Wins over `pollTimeout`.
 */
export interface ResourceTimeoutsArgs {
  /** For a create: until the new object is final and can be read. */
  create?: Input<number | string> | undefined;
  /** For an update: until the change is final. */
  update?: Input<number | string> | undefined;
}

/** Inputs that tell the provider what to do; they are no part of the object in the tenant. */
export interface ResourceArgs {
  /**
   * Adopt an object that exists already with the same natural key: bring it to what the program declares and manage it
   * from then on. Without it such an object is an error, since it belongs to somebody.
   * @default false
   */
  adopt?: Input<boolean> | undefined;
  /**
   * How long to wait for the service, each as "90s", "10m", "1h" or a number of seconds. Wins over `pollTimeout`.
   */
  timeouts?: Input<ResourceTimeoutsArgs> | undefined;
}

/**
 * How long to wait for the service, each as "90s", "10m", "1h" or a number of seconds. Wins over `pollTimeout`.
 */
export interface SettingResourceTimeoutsArgs {
  /** For a create: until the new object is final and can be read. */
  create?: Input<number | string> | undefined;
  /** For an update: until the change is final. */
  update?: Input<number | string> | undefined;
}

/** Inputs that tell the provider what to do; they are no part of the object in the tenant. */
export interface SettingResourceArgs {
  /**
   * How long to wait for the service, each as "90s", "10m", "1h" or a number of seconds. Wins over `pollTimeout`.
   */
  timeouts?: Input<SettingResourceTimeoutsArgs> | undefined;
  /**
   * What happens to the settings when the resource is deleted: `restore` puts back what was found when they were adopted,
   * `keep` leaves them as they are.
   * @default keep
   */
  onDelete?: Input<"restore" | "keep"> | undefined;
}
