// Made from provider/functions/authorization/roleDefinitions.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetRoleDefinitionsArgs, ListedRoleDefinition } from "../../../types/authorization/roleDefinitions";

const called = { name: "getRoleDefinitions", result: "roleDefinitions" };

/**
 * The roles that can be assigned, as the tenant answers them; also in a preview.
 *
 *     export const roles = getRoleDefinitionsOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/authorization/role-based-access-control/list-role-definitions
 * @see builtInRoles for the ids alone
 */
export function getRoleDefinitions(
  args?: GetRoleDefinitionsArgs,
  options?: InvokeOptions,
): Promise<ListedRoleDefinition[]> {
  return throughPlugin(called, args, options);
}

/** {@link getRoleDefinitions} for arguments that are outputs; it asks when they are known. */
export function getRoleDefinitionsOutput(
  args?: InputArgs<GetRoleDefinitionsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedRoleDefinition[]> {
  return throughPluginOutput(called, args, options);
}
