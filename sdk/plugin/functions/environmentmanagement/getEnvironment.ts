// Made from provider/functions/environmentmanagement/getEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetEnvironmentArgs, GetEnvironmentResult } from "../../../types/environmentmanagement/getEnvironment";

const called = { name: "getEnvironment" };

/**
 * One environment; also in a preview. A deleted one that can be recovered may be found too: it has a `deletedDateTime`.
 *
 *     export const sales = getEnvironmentOutput({ environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments/get-environment-by-id-for-user
 */
export function getEnvironment(args: GetEnvironmentArgs, options?: InvokeOptions): Promise<GetEnvironmentResult> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironment} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentOutput(
  args: InputArgs<GetEnvironmentArgs>,
  options?: InvokeOutputOptions,
): Output<GetEnvironmentResult> {
  return throughPluginOutput(called, args, options);
}
