import type { Properties } from "../../../testing/engine/properties/value";
import { defaultTenantId, seeded } from "../../../testing/emulator/seed";
import type { KindModel } from "./kindModel";
import { textOf } from "./textOf";

const people = ["a1a1a1a1", "b2b2b2b2", "c3c3c3c3"].map((start) => `${start}-0000-4000-8000-000000000001`);

const roles: Record<string, string> = {
  reader: "c886ad2e-27f7-4874-8381-5849b8d8a090",
  owner: "0cb07c69-1631-4725-ab35-e59e001c51ea",
  contributor: "ff954d61-a89a-4fbe-ace9-01c367b89f87",
  "power platform contributor": "ff954d61-a89a-4fbe-ace9-01c367b89f87",
};

const members = ["principalObjectId", "principalType", "roleDefinitionId", "scope"];

export const roleAssignment: KindModel = {
  usual: {
    principalObjectId: people[0]!,
    principalType: "Group",
    roleDefinitionId: "reader",
    scope: "tenant",
  },
  edits: [
    ...people.map((person) => ["principalObjectId", person] as const),
    ["principalObjectId", people[0]!.toUpperCase()],
    ["principalType", "User"],
    ["principalType", "group"],
    ["roleDefinitionId", "owner"],
    ["roleDefinitionId", roles.reader!],
    ["roleDefinitionId", "Power Platform contributor"],
    ["scope", "tenant"],
    ["scope", `/tenants/${defaultTenantId}/`],
    ["scope", `/environments/${seeded.managedEnvironmentId}`],
    ["scope", `/Environments/${seeded.managedEnvironmentId.toUpperCase()}`],
    ["scope", `/environmentGroups/${seeded.groupId}`],
  ],
  liveEdits: [],
  fresh: (count) => ["principalObjectId", `d4d4d4d4-0000-4000-8000-${String(count).padStart(12, "0")}`],
  secretable: ["principalObjectId", "roleDefinitionId"],
  list: (tenant) =>
    tenant.roleAssignments
      .list()
      .map((entity) => ({ id: entity.roleAssignmentId, entity: entity as unknown as Properties })),
  created: "createdOn",
  creator: ({ createdByPrincipalObjectId }) => textOf(createdByPrincipalObjectId),
  made: (at, by) => ({ createdOn: at, createdByPrincipalObjectId: by }),
  add: (tenant, inputs, made) => {
    tenant.roleAssignments.add({ ...meaning(inputs), ...made });
  },
  change: () => undefined,
  remove: (tenant, id) => {
    tenant.roleAssignments.remove(id);
  },
  meaning,
  unmanaged: [],
  others: ["createdOn"],
  key: members,
  replacing: members,
};

function meaning(values: Properties): Properties {
  const text = (name: string): string => textOf(values[name]);
  const type = text("principalType").toLowerCase();
  const scope = text("scope").toLowerCase().replace(/\/+$/, "");
  return {
    principalObjectId: text("principalObjectId").toLowerCase(),
    principalType: ["User", "Group", "ApplicationUser"].find((each) => each.toLowerCase() === type) ?? type,
    roleDefinitionId: roles[text("roleDefinitionId").toLowerCase()] ?? text("roleDefinitionId").toLowerCase(),
    scope: scope.startsWith("/tenants/") ? scope : `/tenants/${defaultTenantId}${scope === "tenant" ? "" : scope}`,
  };
}
