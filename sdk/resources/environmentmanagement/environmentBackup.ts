// Made from provider/resources/environmentmanagement/environmentBackup.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type {
  EnvironmentBackupArgs,
  EnvironmentBackupOutputs,
} from "../../types/environmentmanagement/environmentBackup";

export interface EnvironmentBackup extends EnvironmentBackupOutputs {}

/**
 * A manual backup of an environment.
 *
 *     new EnvironmentBackup("before-release", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       label: "before the March release",
 *     });
 *
 * It holds the environment as it is when the backup is made. Nothing of it can change: another label makes another backup.
 * It expires by itself. Then it stays in state and is not made again: the preview says that it has expired, and another label makes
 * another one.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-backup
 */
export class EnvironmentBackup extends CustomResource {
  constructor(name: string, args: EnvironmentBackupArgs, options?: CustomResourceOptions) {
    super(...registration("EnvironmentBackup", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{environmentId}/backups/{id}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentBackup {
    return new EnvironmentBackup(
      name,
      {} as EnvironmentBackupArgs,
      readOptions("EnvironmentBackup", name, id, options),
    );
  }
}
