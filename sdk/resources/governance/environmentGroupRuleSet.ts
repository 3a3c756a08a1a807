// Made from provider/resources/governance/environmentGroupRuleSet.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type {
  EnvironmentGroupRuleSetArgs,
  EnvironmentGroupRuleSetOutputs,
} from "../../types/governance/environmentGroupRuleSet";

export interface EnvironmentGroupRuleSet extends EnvironmentGroupRuleSetOutputs {}

/**
 * The older rule set of an environment group (legacy). For new rules use `RuleBasedPolicy` and `RuleBasedPolicyAssignment`.
 *
 *     new EnvironmentGroupRuleSet("finance", {
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *       parameters: [{ type: "Sharing", resourceType: "App", value: [{ id: "MaximumShareLimit", value: "42" }] }],
 *     });
 *
 * A group has at most one. All values are text, also numbers and flags.
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-sets
 */
export class EnvironmentGroupRuleSet extends CustomResource {
  constructor(name: string, args: EnvironmentGroupRuleSetArgs, options?: CustomResourceOptions) {
    super(...registration("EnvironmentGroupRuleSet", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{groupId}/ruleSets/{id}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentGroupRuleSet {
    return new EnvironmentGroupRuleSet(
      name,
      {} as EnvironmentGroupRuleSetArgs,
      readOptions("EnvironmentGroupRuleSet", name, id, options),
    );
  }
}
