import { caseless, guid } from "../../declare/fields";
import { environmentGroup } from "../../resources/environmentmanagement/environmentGroup";
import { defineList } from "../defineFunction";

/**
 * The environment groups of the tenant; also in a preview.
 *
 *     export const sales = getEnvironmentGroupsOutput({ displayName: "Sales" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups/list-environment-groups
 */
export const environmentGroups = defineList({
  name: "getEnvironmentGroups",
  result: "environmentGroups",
  apiVersion: environmentGroup.apiVersion,
  path: "/environmentmanagement/environmentGroups",
  permission: "EnvironmentManagement.Groups.Read",
  args: {
    /** Name of the group, in any case. */
    displayName: caseless().optional(),
  },
  item: {
    /** GUID of the group. */
    id: guid(),
    ...environmentGroup.inputShape,
    ...environmentGroup.outputShape,
  },
});
