import { RunError } from "@pulumi/pulumi";

import { roleTitle } from "../provider/resources/authorization/builtInRoles";
import type { GovernedEnvironmentArgs, GovernedRoleAssignmentArgs } from "./governedEnvironmentArgs";

type Named = readonly (readonly [key: string, args: GovernedRoleAssignmentArgs])[];

/**
 * The role assignments of a component, each with what its name ends in. The position in a list is no name: without the first,
 * each other one would become the one before it.
 * @throws RunError for one in a list whose role or principal is known later only
 */
export const namedAssignments = (of: GovernedEnvironmentArgs["roleAssignments"] = []): Named =>
  isList(of) ? of.map((args, index) => [keyOf(args, index), args]) : Object.entries(of);

const isList = (of: object): of is readonly GovernedRoleAssignmentArgs[] => Array.isArray(of);

function keyOf({ principalObjectId, roleDefinitionId }: GovernedRoleAssignmentArgs, index: number): string {
  if (typeof principalObjectId === "string" && typeof roleDefinitionId === "string")
    return `${roleTitle(roleDefinitionId)}-${principalObjectId}`.toLowerCase();
  throw new RunError(
    `roleAssignments[${index}]: its principal or role is an output, so it cannot be named after them. ` +
      "Give each a name of its own: roleAssignments: { owners: { principalObjectId, principalType, roleDefinitionId } }.",
  );
}
