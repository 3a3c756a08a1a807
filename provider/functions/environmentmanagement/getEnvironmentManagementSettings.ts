import { environmentId, text } from "../../declare/fields";
import { isValues, type Values } from "../../declare/plainValues";
import {
  environmentManagementSettings,
  wireName,
} from "../../resources/environmentmanagement/environmentManagementSettings";
import { defineObject } from "../defineFunction";

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
export const getEnvironmentManagementSettings = defineObject({
  name: "getEnvironmentManagementSettings",
  apiVersion: environmentManagementSettings.apiVersion,
  path: "/environmentmanagement/environments/{environmentId}/settings",
  query: ({ select }) => (typeof select === "string" ? { $select: select.split(",").map(wireNameOf).join() } : {}),
  of: ({ objectResult }) => withEnvironmentId(Array.isArray(objectResult) ? objectResult[0] : undefined),
  permission: "EnvironmentManagement.Settings.Read",
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
    /** Names of the settings to answer, separated by commas, such as `powerApps_AllowCodeApps`. Left out, all are answered. */
    select: text().optional(),
  },
  item: {
    ...environmentManagementSettings.inputShape,
    /** Tenant of the environment. */
    tenantId: text().optional(),
  },
});

const wireNameOf = (name: string): string => wireName(name.trim());

function withEnvironmentId(entity: unknown): Values | undefined {
  if (!isValues(entity)) return undefined;
  const { Id: id, ...settings } = entity;
  return { environmentId: id, ...settings };
}
