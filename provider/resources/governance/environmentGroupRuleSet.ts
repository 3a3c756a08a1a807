import { defineCollection } from "../../declare/define";
import {
  clearedWhenAbsent,
  computedWhenAbsent,
  guid,
  list,
  object,
  oneOf,
  text,
  timestamp,
} from "../../declare/fields";
import { parentAddress } from "../../declare/parentAddress";
import type { NewPlace } from "../../declare/place";

const groups = "/environmentmanagement/environmentGroups";

const placeIn = (groupId: string): NewPlace => ({
  collection: `/governance/environmentGroups/${encodeURIComponent(groupId)}/ruleSets`,
  parent: { kind: "EnvironmentGroup", id: groupId, collection: groups },
  scope: `/environmentGroups/${groupId}`,
});

const address = parentAddress(
  {
    parent: "environmentGroupId",
    inId: (id) => id.toLowerCase(),
    segment: "ruleSets",
    what: "a group's rule set",
    form: "{groupId}/ruleSets/{id}",
  },
  placeIn,
);

/**
 * The older rule set of an environment group (legacy). For new rules use `RuleBasedPolicy` and `RuleBasedPolicyAssignment`.
 *
 *     new EnvironmentGroupRuleSet("finance", {
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *       parameters: [{ type: "Sharing", resourceType: "App", value: [{ id: "MaximumShareLimit", value: "42" }] }],
 *     });
 *
 * A group has at most one. All values are text, also numbers and flags.
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-sets
 * @id `{groupId}/ruleSets/{id}`
 */
export const environmentGroupRuleSet = defineCollection({
  kind: "EnvironmentGroupRuleSet",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the group. Changing it replaces. */
    environmentGroupId: guid({ replaces: true }),
    /** Environments of the group that the rules hold for, or do not. Left out, the service decides: the whole group. Changes in place. */
    environmentFilter: computedWhenAbsent(
      object({
        /** Whether the named ones are in or out. */
        type: oneOf(["NotSpecified", "Include", "Exclude"]),
        /** The environments or groups. */
        values: clearedWhenAbsent(
          list(
            object({
              /** Its id. */
              id: text(),
              /** Its name. */
              name: clearedWhenAbsent(text()),
              /** What it is, such as `EnvironmentGroup`. */
              type: clearedWhenAbsent(text()),
            }),
            { unordered: true },
          ),
        ),
      }),
    ),
    /** The rules. Changes in place. */
    parameters: list(
      object({
        /** The rule. */
        type: oneOf([
          "NotSpecified",
          "Sharing",
          "AdminDigest",
          "SolutionChecker",
          "MakerOnboarding",
          "Lifecycle",
          "Copilot",
          "CrossGeoCopilotDataMovement",
          "GenerativeAISettings",
          "CopilotAuth",
          "FlowAutomationRestrictions",
        ]),
        /** What the rule is for. */
        resourceType: clearedWhenAbsent(oneOf(["NotSpecified", "Flow", "App", "AuthoringBot", "UsersBot"])),
        /** Settings of the rule. */
        value: list(
          object({
            /** Name of the setting, such as `MaximumShareLimit`. */
            id: text(),
            /** Its value as text, such as `42`, `true` or `21.00:00:00`. */
            value: text(),
          }),
          { unordered: true },
        ),
      }),
      { unordered: true },
    ),
  },
  outputs: {
    /** When it was last changed. */
    lastModified: timestamp({ renewed: true }).optional(),
  },
  address,
  wireId: "id",
  named: (item, { parent }) => ({ ...item, environmentGroupId: parent?.id }),
  itemPath: ({ wireId }) => `/governance/ruleSets/${encodeURIComponent(wireId)}`,
  body: ({ environmentGroupId: _, ...values }) => values,
  isEmptyObjectEmpty: true,
  // The time of the create, until the first change.
  createdAt: "lastModified",
  createdBy: "createdBy",
  title: (values) => `of group ${String(values.environmentGroupId)}`,
  readBy: "listing",
  naturalKey: ["environmentGroupId"],
  update: { sends: ["id", "environmentFilter", "parameters"] },
  permissions: {},
});
