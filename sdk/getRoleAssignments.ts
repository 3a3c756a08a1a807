import { type Input, type Output, output } from "@pulumi/pulumi";

import { type ItemOf, roleAssignments } from "../provider/functions";
import { callFromProgram } from "./callFromProgram";

/** An assignment as the tenant lists it. */
export type ListedRoleAssignment = ItemOf<typeof roleAssignments>;

export interface GetRoleAssignmentsArgs {
  /** `tenant`, `/environmentGroups/{id}` or `/environments/{id}`; see `scopes`. */
  readonly scope: string;
}

/**
 * The role assignments made at exactly one scope, by whomever; also in a preview. Inherited ones are not among them.
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control
 */
export const getRoleAssignments = async (args: GetRoleAssignmentsArgs): Promise<ListedRoleAssignment[]> =>
  (await callFromProgram("getRoleAssignments", roleAssignments, args)) as ListedRoleAssignment[];

/** The same for a scope that is an output; asked for when it is known. */
export const getRoleAssignmentsOutput = (args: {
  readonly scope: Input<string>;
}): Output<ListedRoleAssignment[]> => output(args.scope).apply((scope) => getRoleAssignments({ scope }));
