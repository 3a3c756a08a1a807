// Made from provider/functions/environmentmanagement/getBusinessContinuitySnapshot.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type {
  GetBusinessContinuitySnapshotArgs,
  GetBusinessContinuitySnapshotResult,
} from "../../types/environmentmanagement/getBusinessContinuitySnapshot";

const called = { name: "getBusinessContinuitySnapshot" };

/**
 * How far the copy of an environment in the paired region is, for disaster recovery; also in a preview.
 *
 *     export const snapshot = getBusinessContinuitySnapshotOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/failover
 */
export function getBusinessContinuitySnapshot(
  args: GetBusinessContinuitySnapshotArgs,
): Promise<GetBusinessContinuitySnapshotResult> {
  return fromProgram(called, args);
}

/** {@link getBusinessContinuitySnapshot} for arguments that are outputs; it asks when they are known. */
export function getBusinessContinuitySnapshotOutput(
  args: InputArgs<GetBusinessContinuitySnapshotArgs>,
): Output<GetBusinessContinuitySnapshotResult> {
  return fromProgramOutput(called, args);
}
