// Made from provider/resources/environmentmanagement/environmentManagementSettings.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../../readOptions";
import { registration } from "../../registration";
import type {
  EnvironmentManagementSettingsArgs,
  EnvironmentManagementSettingsOutputs,
} from "../../../types/environmentmanagement/environmentManagementSettings";

export interface EnvironmentManagementSettings extends EnvironmentManagementSettingsOutputs {}

/**
 * Settings of one environment.
 *
 *     new EnvironmentManagementSettings("sales", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       powerApps_AllowCodeApps: false,
 *       onDelete: "restore",
 *     });
 *
 * They exist with the environment, so a create adopts them: it changes what the program declares and leaves the rest alone.
 * What is left out is never compared. Deleting the resource leaves the settings as they are, or puts back what was found
 * (`onDelete`). Only one resource of a program can have the settings of an environment. A rule of the environment's group may lock a setting.
 * The reference prints camelCase names, the service writes them with a capital letter (recorded August 2026).
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/settings
 */
export class EnvironmentManagementSettings extends CustomResource {
  constructor(name: string, args: EnvironmentManagementSettingsArgs, options?: CustomResourceOptions) {
    super(...registration("EnvironmentManagementSettings", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id Id of the environment
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentManagementSettings {
    return new EnvironmentManagementSettings(
      name,
      {} as EnvironmentManagementSettingsArgs,
      readOptions("EnvironmentManagementSettings", name, id, options),
    );
  }
}
