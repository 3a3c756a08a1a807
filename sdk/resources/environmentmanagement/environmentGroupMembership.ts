// Made from provider/resources/environmentmanagement/environmentGroupMembership.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type {
  EnvironmentGroupMembershipArgs,
  EnvironmentGroupMembershipOutputs,
} from "../../types/environmentmanagement/environmentGroupMembership";

export interface EnvironmentGroupMembership extends EnvironmentGroupMembershipOutputs {}

/**
 * An environment in an environment group.
 *
 *     new EnvironmentGroupMembership("sales", {
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * The environment has to be a Managed Environment, and is in one group at most. Nothing of a membership can change: every change
 * makes a new one, after the environment was removed from the old group. What the rules of a group have set stays on an environment
 * that leaves it.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups
 */
export class EnvironmentGroupMembership extends CustomResource {
  constructor(name: string, args: EnvironmentGroupMembershipArgs, options?: CustomResourceOptions) {
    super(...registration("EnvironmentGroupMembership", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{groupId}/{environmentId}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentGroupMembership {
    return new EnvironmentGroupMembership(
      name,
      {} as EnvironmentGroupMembershipArgs,
      readOptions("EnvironmentGroupMembership", name, id, options),
    );
  }
}
