// Made from provider/functions/environmentmanagement/environmentBackups.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetEnvironmentBackupsArgs,
  ListedEnvironmentBackup,
} from "../../../types/environmentmanagement/environmentBackups";

const called = { name: "getEnvironmentBackups", result: "environmentBackups" };

/**
 * The backups of an environment that have not lapsed; also in a preview. Whether automatic ones are among them is not published.
 *
 *     export const backups = getEnvironmentBackupsOutput({ environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-backup/get-environment-backups
 */
export function getEnvironmentBackups(
  args: GetEnvironmentBackupsArgs,
  options?: InvokeOptions,
): Promise<ListedEnvironmentBackup[]> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironmentBackups} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentBackupsOutput(
  args: InputArgs<GetEnvironmentBackupsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedEnvironmentBackup[]> {
  return throughPluginOutput(called, args, options);
}
