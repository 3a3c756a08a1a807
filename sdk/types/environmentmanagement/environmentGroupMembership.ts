// Made from provider/resources/environmentmanagement/environmentGroupMembership.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** What a program says of {@link EnvironmentGroupMembership}. */
export interface EnvironmentGroupMembershipArgs extends ResourceArgs {
  /** Id of the group. Changing it replaces: the environment leaves the old group first. */
  environmentGroupId: Input<string>;
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
}

/** What is known of a {@link EnvironmentGroupMembership}. */
export interface EnvironmentGroupMembershipOutputs {
  /** Id of the group. Changing it replaces: the environment leaves the old group first. */
  readonly environmentGroupId: Output<string>;
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
