import { seeded } from "pulumi-power-platform-testing";
import type { KindCase } from "./kindCase";

const sharing = (limit: string) => ({
  type: "Sharing",
  resourceType: "App",
  value: [
    { id: "LimitSharingMode", value: "excludeSharingToSecurityGroups" },
    { id: "MaximumShareLimit", value: limit },
  ],
});

const otherGroupId = "dddddddd-dddd-4ddd-8ddd-ddddddddddd2";

const inputs = { environmentGroupId: seeded.groupId, parameters: [sharing("42")] };

export const environmentGroupRuleSet: KindCase = {
  kind: "EnvironmentGroupRuleSet",
  inputs,
  distinct: (number) => ({ environmentGroupId: `dddddddd-dddd-4ddd-8ddd-${String(number).padStart(12, "0")}` }),
  live: ({ tenant }) => tenant.ruleSets.list().map((entity) => ({ id: entity.id, entity })),
  prepare: ({ tenant }) => {
    tenant.environmentGroups.add({ id: otherGroupId, displayName: "Sales" });
  },
  plant: ({ tenant }) => tenant.ruleSets.add({ environmentGroupId: seeded.groupId, parameters: [sharing("7")] }).id,
  remove: ({ tenant }, id) => tenant.ruleSets.remove(id),
  path: `/governance/environmentGroups/${seeded.groupId}/ruleSets`,
  createOperation: "createEnvironmentGroupRuleSet",
  listOperation: "getEnvironmentGroupRuleSet",
  deleteOperation: "deleteRuleSet",
  change: { inputs: { parameters: [sharing("10")] }, path: "parameters", updateOperation: "updateRuleSet" },
  isUnique: true,
  isOnly: true,
  replacing: { environmentGroupId: { environmentGroupId: otherGroupId } },
  respelled: { environmentGroupId: seeded.groupId.toUpperCase() },
};
