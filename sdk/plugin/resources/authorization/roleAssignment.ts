// Made from provider/resources/authorization/roleAssignment.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../../readOptions";
import { registration } from "../../registration";
import type { RoleAssignmentArgs, RoleAssignmentOutputs } from "../../../types/authorization/roleAssignment";

export interface RoleAssignment extends RoleAssignmentOutputs {}

/**
 * A role given to a user, group or application for the tenant, an environment group or one environment.
 *
 *     const finance = new EnvironmentGroup("finance", { displayName: "Finance" });
 *     new RoleAssignment("operators", {
 *       principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
 *       principalType: "Group",
 *       roleDefinitionId: "reader",
 *       scope: scopes.environmentGroup(finance),
 *     });
 *
 * Every change replaces: the new one is made first, so nobody loses access in between. An equal assignment that exists
 * already is an error unless `adopt` is set; the service itself would store it twice.
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 */
export class RoleAssignment extends CustomResource {
  constructor(name: string, args: RoleAssignmentArgs, options?: CustomResourceOptions) {
    super(...registration("RoleAssignment", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `/roleAssignments/{guid}`, `/environmentGroups/{id}/roleAssignments/{guid}` or `/environments/{id}/roleAssignments/{guid}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): RoleAssignment {
    return new RoleAssignment(name, {} as RoleAssignmentArgs, readOptions("RoleAssignment", name, id, options));
  }
}
