// Made from provider/resources/environmentmanagement/environmentGroup.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";
import type { GroupPrincipal } from "./groupPrincipal";

/** What a program says of {@link EnvironmentGroup}. */
export interface EnvironmentGroupArgs extends ResourceArgs {
  /** Name of the group. Changes in place. */
  displayName: Input<string>;
  /** What the group is for. Left out, it is kept empty. Changes in place. */
  description?: Input<string> | undefined;
}

/** What is known of a {@link EnvironmentGroup}. */
export interface EnvironmentGroupOutputs {
  /** Name of the group. */
  readonly displayName: Output<string>;
  /** What the group is for. Left out, it is kept empty. */
  readonly description: Output<string | undefined>;
  /** Present in the schema; Microsoft's guide says that groups do not nest, so it is no input. */
  readonly parentGroupId: Output<string | undefined>;
  /** Present in the schema, as `parentGroupId` is. */
  readonly childrenGroupIds: Output<string[] | undefined>;
  /** When the group was made, UTC. */
  readonly createdTime: Output<string>;
  /** Who made the group. */
  readonly createdBy: Output<GroupPrincipal>;
  /** When it was last changed; absent until the first change. */
  readonly lastModifiedTime: Output<string | undefined>;
  /** Who changed it last. */
  readonly lastModifiedBy: Output<GroupPrincipal | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
