import { caseless, guid } from "../../declare/fields";
import { environmentGroup } from "../../resources/environmentmanagement/environmentGroup";
import { defineList } from "../../declare/defineList";

/** https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups/list-environment-groups */
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
  item: { id: guid(), ...environmentGroup.inputShape, ...environmentGroup.outputShape },
});
