// Made from provider/functions/governance/environmentGroupRuleSets.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type {
  GetEnvironmentGroupRuleSetsArgs,
  ListedEnvironmentGroupRuleSet,
} from "../../types/governance/environmentGroupRuleSets";

const called = { name: "getEnvironmentGroupRuleSets", result: "environmentGroupRuleSets" };

/**
 * The rule set of the older kind that a group has: one at most; also in a preview. Newer rules are in rule-based policies.
 *
 *     export const ruleSets = getEnvironmentGroupRuleSetsOutput({
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-sets/get-rule-set
 */
export function getEnvironmentGroupRuleSets(
  args: GetEnvironmentGroupRuleSetsArgs,
): Promise<ListedEnvironmentGroupRuleSet[]> {
  return fromProgram(called, args);
}

/** {@link getEnvironmentGroupRuleSets} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentGroupRuleSetsOutput(
  args: InputArgs<GetEnvironmentGroupRuleSetsArgs>,
): Output<ListedEnvironmentGroupRuleSet[]> {
  return fromProgramOutput(called, args);
}
