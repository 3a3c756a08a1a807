// Made from provider/functions/licensing/getTenantCapacity.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetTenantCapacityArgs, GetTenantCapacityResult } from "../../types/licensing/getTenantCapacity";

const called = { name: "getTenantCapacity" };

/**
 * The storage that the tenant has bought and how much of it is used; also in a preview.
 *
 *     export const capacity = getTenantCapacityOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/tenant-capacity-details/get-tenant-capacity-details
 */
export function getTenantCapacity(args?: GetTenantCapacityArgs): Promise<GetTenantCapacityResult> {
  return fromProgram(called, args);
}

/** {@link getTenantCapacity} for arguments that are outputs; it asks when they are known. */
export function getTenantCapacityOutput(args?: InputArgs<GetTenantCapacityArgs>): Output<GetTenantCapacityResult> {
  return fromProgramOutput(called, args);
}
