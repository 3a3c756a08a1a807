import { defineCollection } from "../../declare/define";
import { inCollection } from "../../declare/place";
import { anyText, clearedWhenAbsent, guid, list, text, timestamp } from "../../declare/fields";
import { quoted } from "../../declare/quoted";
import { groupPrincipal } from "./groupPrincipal";

/**
 * A group of Managed Environments that are governed together.
 *
 *     new EnvironmentGroup("finance", { displayName: "Finance", description: "Environments of finance" });
 *
 * Everything changes in place. A group with environments inside cannot be deleted; the error names them.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups
 * @id GUID of the group
 */
export const environmentGroup = defineCollection({
  kind: "EnvironmentGroup",
  apiVersion: "2024-10-01",
  fields: {
    /** Name of the group. Changes in place. */
    displayName: text(),
    /** What the group is for. Left out, it is kept empty. Changes in place. */
    description: clearedWhenAbsent(anyText()),
  },
  outputs: {
    /** Present in the schema; Microsoft's guide says that groups do not nest, so it is no input. */
    parentGroupId: guid().optional(),
    /** Present in the schema, as `parentGroupId` is. */
    childrenGroupIds: list(guid()).optional(),
    /** When the group was made, UTC. */
    createdTime: timestamp(),
    /** Who made the group. */
    createdBy: groupPrincipal(),
    /** When it was last changed; absent until the first change. */
    lastModifiedTime: timestamp({ renewed: true }).optional(),
    /** Who changed it last. */
    lastModifiedBy: groupPrincipal({ renewed: true }).optional(),
  },
  address: inCollection("/environmentmanagement/environmentGroups"),
  wireId: "id",
  createdAt: "createdTime",
  createdBy: "createdBy.id",
  title: (values) => quoted(values.displayName),
  readBy: "id",
  naturalKey: ["displayName"],
  update: { sends: "entity", except: ["createdTime", "createdBy", "lastModifiedTime", "lastModifiedBy"] },
  heldBy: {
    one: "environment",
    many: "environments",
    list: "/environmentmanagement/environments",
    pointer: "environmentGroupId",
    name: "displayName",
    advice: "Empty the group, then run the command again.",
  },
  codeAdvice: {
    // Answered with 400 for an empty group (one tenant, September 2026).
    Conflict:
      "If no environment is in the group, a policy or an environment routing rule still names it. Point the routing elsewhere in the admin center, unassign the policy (RuleBasedPolicyAssignment, or admin center, Manage > Environment groups > the group > Rules), delete the policy, then run the command again, which deletes the group.",
    PolicyAssignedToEnvironmentGroup:
      "A policy is assigned to the group. Unassign it (RuleBasedPolicyAssignment, or admin center, Manage > Environment groups > the group > Rules), delete the policy, then run the command again, which deletes the group.",
  },
  permissions: {
    read: "EnvironmentManagement.Groups.Read",
    write: "EnvironmentManagement.Groups.ReadWrite",
  },
});
