import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";

import type { roleAssignment } from "../../provider/resources/authorization/roleAssignment";
import type { Outputs } from "../args";
import type { RoleAssignmentArgs } from "../roleAssignment";
import { readOptions } from "../readOptions";
import { PluginResource } from "./pluginResource";

export interface RoleAssignment extends Outputs<typeof roleAssignment> {}

/** A role given to a user, group or application for the tenant, an environment group or one environment. Arguments and outputs are those of the dynamic class. */
export class RoleAssignment extends PluginResource {
  constructor(name: string, args: RoleAssignmentArgs, options?: CustomResourceOptions) {
    super("RoleAssignment", name, args, options);
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says what is there.
   * @param id `/roleAssignments/{guid}`, `/environmentGroups/{id}/roleAssignments/{guid}` or `/environments/{id}/roleAssignments/{guid}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): RoleAssignment {
    return new RoleAssignment(
      name,
      {} as RoleAssignmentArgs,
      readOptions("RoleAssignment", name, id, options),
    );
  }
}
