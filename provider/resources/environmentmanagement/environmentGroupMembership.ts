import type { Call } from "../../declare/call";
import { defineLink } from "../../declare/define";
import { environmentId, guid } from "../../declare/fields";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import type { TenantView } from "../../declare/expectation";
import type { Values } from "../../declare/plainValues";
import type { Failure } from "../../errors";
import { emptyGuid } from "../../guid";
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

/** Only Managed Environments can be in a group, and the add does not convert one (recorded). */
async function isManaged({ environmentId }: Values, tenant: TenantView): Promise<Failure | undefined> {
  const id = String(environmentId);
  const declared = tenant.declared("ManagedEnvironment", id);
  const level = (await tenant.item(environments, id))?.protectionLevel;
  const isLive = typeof level !== "string" || level.toLowerCase() === "standard";
  if (declared === undefined ? isLive : declared.enabled !== false) return undefined;
  const advice =
    declared === undefined
      ? "Declare a ManagedEnvironment for it, and let this resource depend on that one."
      : "The program turns it off (ManagedEnvironment with `enabled: false`).";
  return {
    property: "environmentId",
    reason: `a group takes Managed Environments only, so the service refuses this one: "Environment with id ${id} is not managed." ${advice}`,
  };
}

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
  expects: [{ of: ["environmentId"], judge: isManaged }],
  oneFor: ["environmentId"],
  elsewhere: async ({ named = {}, wireId }, { item }) => {
    const found = (await item(environments, wireId))?.environmentGroupId;
    const groupId = typeof found === "string" ? found.toLowerCase() : "";
    return ["", emptyGuid, named.environmentGroupId].includes(groupId) ? undefined : `${groupId}/${wireId}`;
  },
  movesBack: true,
  naturalKey: ["environmentGroupId", "environmentId"],
  add: verb("addEnvironment"),
  remove: verb("removeEnvironment"),
  permissions: { read: "EnvironmentManagement.Environments.Read", write: "EnvironmentManagement.Groups.ReadWrite" },
});
