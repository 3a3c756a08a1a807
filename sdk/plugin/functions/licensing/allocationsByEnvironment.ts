// Made from provider/functions/licensing/allocationsByEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetAllocationsByEnvironmentArgs,
  ListedEnvironmentAllocation,
} from "../../../types/licensing/allocationsByEnvironment";

const called = { name: "getAllocationsByEnvironment", result: "environmentAllocations" };

/**
 * What is allocated to environments and what happens when it is used up; also in a preview. An environment without an item draws on
 * the pool of the tenant.
 *
 *     export const allocations = getAllocationsByEnvironmentOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/allocations-by-environment/list-allocations-by-environment
 */
export function getAllocationsByEnvironment(
  args?: GetAllocationsByEnvironmentArgs,
  options?: InvokeOptions,
): Promise<ListedEnvironmentAllocation[]> {
  return throughPlugin(called, args, options);
}

/** {@link getAllocationsByEnvironment} for arguments that are outputs; it asks when they are known. */
export function getAllocationsByEnvironmentOutput(
  args?: InputArgs<GetAllocationsByEnvironmentArgs>,
  options?: InvokeOutputOptions,
): Output<ListedEnvironmentAllocation[]> {
  return throughPluginOutput(called, args, options);
}
