// Made from provider/resources/governance/ruleBasedPolicyAssignment.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type {
  RuleBasedPolicyAssignmentArgs,
  RuleBasedPolicyAssignmentOutputs,
} from "../../types/governance/ruleBasedPolicyAssignment";

export interface RuleBasedPolicyAssignment extends RuleBasedPolicyAssignmentOutputs {}

/**
 * A rule-based policy that governs an environment group, or one environment.
 *
 *     new RuleBasedPolicyAssignment("finance", {
 *       policyId: "70110000-0000-4000-8000-000000000001",
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *     });
 *
 * A group has at most one policy. Nothing of an assignment can change: every change makes a new one, after the old one was removed.
 * The API has no published way to take a policy from an environment: it is tried, and where it is refused the assignment is left,
 * with a warning.
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies
 */
export class RuleBasedPolicyAssignment extends CustomResource {
  constructor(name: string, args: RuleBasedPolicyAssignmentArgs, options?: CustomResourceOptions) {
    super(...registration("RuleBasedPolicyAssignment", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{policyId}/environmentGroups/{id}` or `{policyId}/environments/{id}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): RuleBasedPolicyAssignment {
    return new RuleBasedPolicyAssignment(
      name,
      {} as RuleBasedPolicyAssignmentArgs,
      readOptions("RuleBasedPolicyAssignment", name, id, options),
    );
  }
}
