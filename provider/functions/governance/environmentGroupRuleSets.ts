import { guid, list, object, text, timestamp } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The rule set of the older kind that a group has: one at most; also in a preview. Newer rules are in rule-based policies.
 *
 *     export const ruleSets = getEnvironmentGroupRuleSetsOutput({
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-sets/get-rule-set
 */
export const environmentGroupRuleSets = defineList({
  name: "getEnvironmentGroupRuleSets",
  result: "environmentGroupRuleSets",
  apiVersion: "2024-10-01",
  path: "/governance/environmentGroups/{environmentGroupId}/ruleSets",
  isEmptyObjectEmpty: true,
  args: {
    /** Id of the environment group. */
    environmentGroupId: guid(),
  },
  item: {
    /** Id of the rule set. */
    id: text().optional(),
    /** When it was changed, UTC. */
    lastModified: timestamp().optional(),
    /** Which environments it is for. */
    environmentFilter: object({
      /** `Include` or `Exclude`. */
      type: text().optional(),
      /** The group, or environments. */
      values: list(
        object({
          /** Id of the group or the environment. */
          id: text().optional(),
          /** Name for people. */
          name: text().optional(),
          /** Such as `EnvironmentGroup`. */
          type: text().optional(),
        }),
      ).optional(),
    }).optional(),
    /** The rules. */
    parameters: list(
      object({
        /** Which rule it is, such as `Sharing`. */
        type: text().optional(),
        /** What it is about, such as `App` or `Flow`. */
        resourceType: text().optional(),
        /** Its values, all of them text. */
        value: list(
          object({
            /** Name of the value, such as `MaximumShareLimit`. */
            id: text().optional(),
            /** The value, such as `"42"` or `"true"`. */
            value: text().optional(),
          }),
        ).optional(),
      }),
    ).optional(),
  },
});
