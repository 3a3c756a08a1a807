// Made from provider/functions/environmentmanagement/environmentGroups.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetEnvironmentGroupsArgs,
  ListedEnvironmentGroup,
} from "../../../types/environmentmanagement/environmentGroups";

const called = { name: "getEnvironmentGroups", result: "environmentGroups" };

/**
 * The environment groups of the tenant; also in a preview.
 *
 *     export const sales = getEnvironmentGroupsOutput({ displayName: "Sales" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups/list-environment-groups
 */
export function getEnvironmentGroups(
  args?: GetEnvironmentGroupsArgs,
  options?: InvokeOptions,
): Promise<ListedEnvironmentGroup[]> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironmentGroups} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentGroupsOutput(
  args?: InputArgs<GetEnvironmentGroupsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedEnvironmentGroup[]> {
  return throughPluginOutput(called, args, options);
}
