// Made from provider/functions/environmentmanagement/environmentOperations.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetEnvironmentOperationsArgs,
  ListedEnvironmentOperation,
} from "../../../types/environmentmanagement/environmentOperations";

const called = { name: "getEnvironmentOperations", result: "environmentOperations" };

/**
 * The operations of an environment, such as its creation or a change of its SKU; also in a preview. Every page is read.
 *
 *     export const operations = getEnvironmentOperationsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/operation/get-operations-for-environment
 */
export function getEnvironmentOperations(
  args: GetEnvironmentOperationsArgs,
  options?: InvokeOptions,
): Promise<ListedEnvironmentOperation[]> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironmentOperations} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentOperationsOutput(
  args: InputArgs<GetEnvironmentOperationsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedEnvironmentOperation[]> {
  return throughPluginOutput(called, args, options);
}
