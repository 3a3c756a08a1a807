// Made from provider/functions/licensing/allocationsByEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type {
  GetAllocationsByEnvironmentArgs,
  ListedEnvironmentAllocation,
} from "../../types/licensing/allocationsByEnvironment";

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
): Promise<ListedEnvironmentAllocation[]> {
  return fromProgram(called, args);
}

/** {@link getAllocationsByEnvironment} for arguments that are outputs; it asks when they are known. */
export function getAllocationsByEnvironmentOutput(
  args?: InputArgs<GetAllocationsByEnvironmentArgs>,
): Output<ListedEnvironmentAllocation[]> {
  return fromProgramOutput(called, args);
}
