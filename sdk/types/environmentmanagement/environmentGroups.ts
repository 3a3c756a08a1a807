// Made from provider/functions/environmentmanagement/environmentGroups.ts by `npm run generate`; a test says when it is not current.

import type { GroupPrincipal } from "./groupPrincipal";

/** Arguments of {@link getEnvironmentGroups}. */
export interface GetEnvironmentGroupsArgs {
  /** Name of the group, in any case. */
  displayName?: string | undefined;
}

/** An item of {@link getEnvironmentGroups}. */
export interface ListedEnvironmentGroup {
  /** GUID of the group. */
  readonly id: string;
  /** Name of the group. */
  readonly displayName: string;
  /** What the group is for. Left out, it is kept empty. */
  readonly description: string | undefined;
  /** Present in the schema; Microsoft's guide says that groups do not nest, so it is no input. */
  readonly parentGroupId: string | undefined;
  /** Present in the schema, as `parentGroupId` is. */
  readonly childrenGroupIds: string[] | undefined;
  /** When the group was made, UTC. */
  readonly createdTime: string;
  /** Who made the group. */
  readonly createdBy: GroupPrincipal;
  /** When it was last changed; absent until the first change. */
  readonly lastModifiedTime: string | undefined;
  /** Who changed it last. */
  readonly lastModifiedBy: GroupPrincipal | undefined;
}
