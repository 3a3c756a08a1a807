// Made from provider/resources/environmentmanagement/environmentGroup.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type { EnvironmentGroupArgs, EnvironmentGroupOutputs } from "../../types/environmentmanagement/environmentGroup";

export interface EnvironmentGroup extends EnvironmentGroupOutputs {}

/**
 * A group of Managed Environments that are governed together.
 *
 *     new EnvironmentGroup("finance", { displayName: "Finance", description: "Environments of finance" });
 *
 * Everything changes in place. A group with environments inside cannot be deleted; the error names them.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups
 */
export class EnvironmentGroup extends CustomResource {
  constructor(name: string, args: EnvironmentGroupArgs, options?: CustomResourceOptions) {
    super(...registration("EnvironmentGroup", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id GUID of the group
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentGroup {
    return new EnvironmentGroup(name, {} as EnvironmentGroupArgs, readOptions("EnvironmentGroup", name, id, options));
  }
}
