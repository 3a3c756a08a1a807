import { type Emulator, seeded } from "pulumi-power-platform-testing";
import type { LinkCase } from "./linkCase";

const policyId = "70110000-0000-4000-8000-000000000001";
const otherPolicyId = "70110000-0000-4000-8000-000000000002";
const otherGroupId = "dddddddd-dddd-4ddd-8ddd-ddddddddddd2";
const inputs = { policyId, environmentGroupId: seeded.groupId };

const planted = { policyId, resourceType: "EnvironmentGroup", resourceId: seeded.groupId } as const;

const remove = ({ tenant }: Emulator): void => {
  tenant.ruleAssignments.remove(`${policyId}/EnvironmentGroup/${seeded.groupId}`);
};

export const ruleBasedPolicyAssignment: LinkCase = {
  kind: "RuleBasedPolicyAssignment",
  inputs,
  prepare: ({ tenant }) => {
    tenant.environmentGroups.add({ id: otherGroupId, displayName: "Sales" });
    for (const id of [policyId, otherPolicyId]) tenant.ruleBasedPolicies.add({ id, name: `Rules ${id.slice(-1)}` });
  },
  live: ({ tenant }) =>
    tenant.ruleAssignments.list().map((each) => `${each.policyId}/environmentGroups/${each.resourceId}`),
  plant: ({ tenant }) => {
    tenant.ruleAssignments.add(planted);
  },
  remove,
  removeParent: (emulator) => {
    remove(emulator);
    emulator.tenant.ruleBasedPolicies.remove(policyId);
  },
  addOperation: "createEnvironmentGroupRuleAssignment",
  removeOperation: "deleteEnvironmentGroupRuleAssignment",
  listOperation: "listRuleAssignmentsByPolicy",
  added: { assignmentOverrides: [] },
  replacing: {
    policyId: { policyId: otherPolicyId },
    environmentGroupId: { environmentGroupId: otherGroupId },
  },
  respelled: { environmentGroupId: seeded.groupId.toUpperCase() },
};
