// Made from provider/functions/environmentmanagement/environments.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetEnvironmentsArgs, ListedEnvironment } from "../../types/environmentmanagement/environments";

const called = { name: "getEnvironments", result: "environments" };

/**
 * The environments that the caller may see, which need not be all of the tenant; also in a preview.
 *
 *     export const sandboxes = getEnvironmentsOutput({ type: "Sandbox" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments/list-environments-for-user
 */
export function getEnvironments(args?: GetEnvironmentsArgs): Promise<ListedEnvironment[]> {
  return fromProgram(called, args);
}

/** {@link getEnvironments} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentsOutput(args?: InputArgs<GetEnvironmentsArgs>): Output<ListedEnvironment[]> {
  return fromProgramOutput(called, args);
}
