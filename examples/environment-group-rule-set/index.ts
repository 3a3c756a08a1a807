import { EnvironmentGroup, EnvironmentGroupRuleSet } from "pulumi-power-platform";

const group = new EnvironmentGroup("makers", { displayName: "Makers" });

const rules = new EnvironmentGroupRuleSet("makers", {
  environmentGroupId: group.id,
  parameters: [{ type: "Sharing", resourceType: "App", value: [{ id: "MaximumShareLimit", value: "42" }] }],
});

export const ruleSetId = rules.id;
