// Made from provider/functions/environmentmanagement/getEnvironmentManagementSettings.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetEnvironmentManagementSettingsArgs,
  GetEnvironmentManagementSettingsResult,
} from "../../../types/environmentmanagement/getEnvironmentManagementSettings";

const called = { name: "getEnvironmentManagementSettings" };

/**
 * The settings of one environment; also in a preview. What nobody has set is left out. Settings that the reference does not list
 * come as the service writes them.
 *
 *     export const settings = getEnvironmentManagementSettingsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/power-platform/admin/programmability-tutorial-environmentmanagement-settings
 */
export function getEnvironmentManagementSettings(
  args: GetEnvironmentManagementSettingsArgs,
  options?: InvokeOptions,
): Promise<GetEnvironmentManagementSettingsResult> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironmentManagementSettings} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentManagementSettingsOutput(
  args: InputArgs<GetEnvironmentManagementSettingsArgs>,
  options?: InvokeOutputOptions,
): Output<GetEnvironmentManagementSettingsResult> {
  return throughPluginOutput(called, args, options);
}
