import type { Properties } from "../../../testing/engine/properties/value";
import { removeRoleAssignmentsAt } from "../../../testing/emulator/operations/environmentmanagement/lifecycle/removeEnvironment";
import { edited } from "./edit";
import type { KindModel } from "./kindModel";
import { textOf } from "./textOf";

export const environmentGroup: KindModel = {
  usual: { displayName: "Sales", description: "Who sells" },
  edits: [
    ["displayName", "Sales"],
    ["displayName", "Support"],
    ["displayName", "Legal"],
    ["displayName", "legal"],
    ["description", undefined],
    ["description", ""],
    ["description", "Who helps"],
    ["description", "Who sells"],
  ],
  liveEdits: [
    ["displayName", "Renamed by hand"],
    ["displayName", "Sales"],
    ["description", "By hand"],
    ["description", undefined],
    ["childrenGroupIds", ["77777777-0000-4000-8000-000000000001"]],
  ],
  fresh: (count) => ["displayName", `Group ${count}`],
  secretable: ["description", "displayName"],
  list: (tenant) =>
    tenant.environmentGroups.list().map((entity) => ({ id: entity.id, entity: entity as unknown as Properties })),
  created: "createdTime",
  creator: ({ createdBy }) => textOf((createdBy as Properties).id),
  made: (at, by) => ({ createdTime: at, createdBy: { id: by, type: "User" } }),
  add: (tenant, inputs, made) => {
    tenant.environmentGroups.add({ ...inputs, ...made });
  },
  change: (tenant, id, edit) => {
    tenant.environmentGroups.update(id, (group) => edited(group as unknown as Properties, edit) as never);
  },
  remove: (tenant, id) => {
    tenant.environmentGroups.remove(id);
    removeRoleAssignmentsAt(tenant, `/tenants/${tenant.id}/environmentgroups/${id}`);
    for (const { id: inside, environmentGroupId } of tenant.environments.list())
      if (environmentGroupId === id) tenant.environments.update(inside, { environmentGroupId: undefined });
  },
  meaning: ({ displayName, description }) => ({
    displayName: displayName ?? null,
    description: description ?? "",
  }),
  unmanaged: [],
  others: ["childrenGroupIds", "createdTime"],
  key: ["displayName"],
  replacing: [],
};
