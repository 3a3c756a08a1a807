// Made from provider/functions/environmentmanagement/environments.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetEnvironmentsArgs, ListedEnvironment } from "../../../types/environmentmanagement/environments";

const called = { name: "getEnvironments", result: "environments" };

/**
 * The environments that the caller may see, which need not be all of the tenant; also in a preview.
 *
 *     export const sandboxes = getEnvironmentsOutput({ type: "Sandbox" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments/list-environments-for-user
 */
export function getEnvironments(args?: GetEnvironmentsArgs, options?: InvokeOptions): Promise<ListedEnvironment[]> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironments} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentsOutput(
  args?: InputArgs<GetEnvironmentsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedEnvironment[]> {
  return throughPluginOutput(called, args, options);
}
