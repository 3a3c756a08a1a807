// Made from provider/resources/governance/ruleBasedPolicy.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type { RuleBasedPolicyArgs, RuleBasedPolicyOutputs } from "../../types/governance/ruleBasedPolicy";

export interface RuleBasedPolicy extends RuleBasedPolicyOutputs {}

/**
 * A policy of rules for environments and environment groups.
 *
 *     new RuleBasedPolicy("monthly", { name: "Monthly channel", ruleSets: { ReleaseChannel: { ReleaseChannel: 2 } } });
 *
 * It governs nothing until a `RuleBasedPolicyAssignment` assigns it.
 * `ruleSets` has the inputs of each rule by the rule's id, such as `ConnectorManagement: { AllowedConnectorList: [...] }`. Inputs of
 * the rules that are known are checked by their types. Values are compared without regard to their type. A rule that is left out is
 * removed; environments keep what it last applied.
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies
 */
export class RuleBasedPolicy extends CustomResource {
  constructor(name: string, args: RuleBasedPolicyArgs, options?: CustomResourceOptions) {
    super(...registration("RuleBasedPolicy", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id Id of the policy
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): RuleBasedPolicy {
    return new RuleBasedPolicy(name, {} as RuleBasedPolicyArgs, readOptions("RuleBasedPolicy", name, id, options));
  }
}
