import type { Emulator } from "../../../../testing/emulator";
import { seeded } from "../../../../testing/emulator";
import type { FunctionCase } from "./functionCase";

const { groupId, sandboxEnvironmentId } = seeded;

const assignPolicies = ({ tenant }: Emulator): void => {
  const { id } = tenant.ruleBasedPolicies.add({ id: "finance", name: "Finance", ruleSets: [{ id: "ReleaseChannel" }] });
  tenant.ruleAssignments.add({ policyId: id, resourceType: "EnvironmentGroup", resourceId: groupId });
  tenant.ruleAssignments.add({ policyId: "lab", resourceType: "Environment", resourceId: sandboxEnvironmentId });
};

const ruleSets = [{ id: "ReleaseChannel", version: "1.0", inputs: { ReleaseChannel: 2 } }];

export const governanceCases: readonly FunctionCase[] = [
  {
    name: "getRuleBasedPolicies",
    args: { name: "finance" },
    arrange: ({ tenant }: Emulator) => {
      for (const name of ["Finance", "Lab"]) tenant.ruleBasedPolicies.add({ name, ruleSets });
    },
    gives: { name: "Finance", ruleSetCount: 1, ruleSets },
  },
  {
    name: "getRuleBasedPolicyAssignments",
    args: { environmentGroupId: groupId.toUpperCase() },
    arrange: assignPolicies,
    gives: { policyId: "finance", resourceType: "EnvironmentGroup", resourceId: groupId, ruleSetCount: 1 },
    missing: { environmentGroupId: "dddddddd-dddd-4ddd-8ddd-ddddddddddd0" },
  },
  {
    name: "getEnvironmentGroupRuleSets",
    args: { environmentGroupId: groupId },
    arrange: ({ tenant }: Emulator) =>
      void tenant.ruleSets.add({ id: "sharing", environmentGroupId: groupId, parameters: [{ type: "Sharing" }] }),
    gives: { id: "sharing", parameters: [{ type: "Sharing", hasStagedChanges: false }] },
    missing: { environmentGroupId: "dddddddd-dddd-4ddd-8ddd-ddddddddddd0" },
  },
];
