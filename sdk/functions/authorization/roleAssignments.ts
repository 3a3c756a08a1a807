// Made from provider/functions/authorization/roleAssignments.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetRoleAssignmentsArgs, ListedRoleAssignment } from "../../types/authorization/roleAssignments";

const called = { name: "getRoleAssignments", result: "roleAssignments" };

/**
 * The role assignments at one scope, by whomever; also in a preview. Without `inherited` those made at exactly this scope.
 *
 *     export const groups = getRoleAssignmentsOutput({ scope: "tenant", principalType: "Group" });
 *
 *     // Everything that holds in an environment, wherever it was given.
 *     export const holders = getRoleAssignmentsOutput({
 *       scope: "/environments/eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       inherited: true,
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 */
export function getRoleAssignments(args: GetRoleAssignmentsArgs): Promise<ListedRoleAssignment[]> {
  return fromProgram(called, args);
}

/** {@link getRoleAssignments} for arguments that are outputs; it asks when they are known. */
export function getRoleAssignmentsOutput(args: InputArgs<GetRoleAssignmentsArgs>): Output<ListedRoleAssignment[]> {
  return fromProgramOutput(called, args);
}
