import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";

import type { environmentGroup } from "../provider/resources/environmentmanagement/environmentGroup";
import type { Args, Outputs } from "./args";
import { PowerPlatformResource } from "./powerPlatformResource";
import { readOptions } from "./readOptions";

export type EnvironmentGroupArgs = Args<typeof environmentGroup>;

export interface EnvironmentGroup extends Outputs<typeof environmentGroup> {}

/**
 * A group of Managed Environments that are governed together.
 *
 *     new EnvironmentGroup("finance", { displayName: "Finance", description: "Environments of finance" });
 *
 * Everything changes in place. A group with environments inside cannot be deleted; the error names them.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups
 */
export class EnvironmentGroup extends PowerPlatformResource {
  constructor(name: string, args: EnvironmentGroupArgs, options?: CustomResourceOptions) {
    super("EnvironmentGroup", name, args, options);
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id GUID of the group
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentGroup {
    return new EnvironmentGroup(
      name,
      {} as EnvironmentGroupArgs,
      readOptions("EnvironmentGroup", name, id, options),
    );
  }
}
