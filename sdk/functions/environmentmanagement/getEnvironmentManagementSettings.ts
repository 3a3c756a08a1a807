// Made from provider/functions/environmentmanagement/getEnvironmentManagementSettings.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type {
  GetEnvironmentManagementSettingsArgs,
  GetEnvironmentManagementSettingsResult,
} from "../../types/environmentmanagement/getEnvironmentManagementSettings";

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
): Promise<GetEnvironmentManagementSettingsResult> {
  return fromProgram(called, args);
}

/** {@link getEnvironmentManagementSettings} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentManagementSettingsOutput(
  args: InputArgs<GetEnvironmentManagementSettingsArgs>,
): Output<GetEnvironmentManagementSettingsResult> {
  return fromProgramOutput(called, args);
}
