import type { Call } from "../../declare/call";
import { defineLink } from "../../declare/define";
import { environmentId, guid } from "../../declare/fields";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import { environments } from "./ofEnvironment";

const groups = "/environmentmanagement/environmentGroups";

/** The group does not list its members: each environment names its group. */
const address = namedAddress(
  { environmentGroupId: (id) => id.toLowerCase(), environmentId: environmentInId },
  ({ environmentGroupId = "", environmentId = "" }) => ({
    collection: environments,
    wireId: environmentId,
    parent: { kind: "EnvironmentGroup", id: environmentGroupId, collection: groups },
    scope: `/environmentGroups/${environmentGroupId}`,
  }),
);

/** An accepted operation; the path says everything. */
const verb = (name: "addEnvironment" | "removeEnvironment"): Call => ({
  method: "POST",
  path: ({ parent, wireId }) =>
    `${groups}/${encodeURIComponent(parent?.id ?? "")}/${name}/${encodeURIComponent(wireId)}`,
  isReplaySafe: true,
});

/**
 * An environment in an environment group.
 *
 *     new EnvironmentGroupMembership("sales", {
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * The environment has to be a Managed Environment, and is in one group at most. Nothing of a membership can change: every change
 * makes a new one, after the environment was removed from the old group. What the rules of a group have set stays on an environment
 * that leaves it.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-groups
 * @id `{groupId}/{environmentId}`
 */
export const environmentGroupMembership = defineLink({
  kind: "EnvironmentGroupMembership",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the group. Changing it replaces: the environment leaves the old group first. */
    environmentGroupId: guid({ replaces: true }),
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
  },
  outputs: {},
  address,
  environmentOf: ({ wireId }) => wireId,
  turnsOf: ({ parent }) => [`group ${parent?.id ?? ""}`],
  wireId: "id",
  ofItem: ({ id, environmentGroupId }, { parent }) =>
    typeof environmentGroupId === "string" && environmentGroupId.toLowerCase() === parent?.id.toLowerCase()
      ? { id, environmentGroupId, environmentId: id }
      : undefined,
  title: (values) => `of environment ${String(values.environmentId)} in group ${String(values.environmentGroupId)}`,
  readBy: "id",
  naturalKey: ["environmentGroupId", "environmentId"],
  add: verb("addEnvironment"),
  remove: verb("removeEnvironment"),
  permissions: { read: "EnvironmentManagement.Environments.Read", write: "EnvironmentManagement.Groups.ReadWrite" },
});
