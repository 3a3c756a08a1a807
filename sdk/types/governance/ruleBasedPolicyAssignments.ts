// Made from provider/functions/governance/ruleBasedPolicyAssignments.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getRuleBasedPolicyAssignments}. */
export interface GetRuleBasedPolicyAssignmentsArgs {
  /** Id of a policy. */
  policyId?: string | undefined;
  /** Id of an environment group. */
  environmentGroupId?: string | undefined;
  /** Id of an environment. */
  environmentId?: string | undefined;
  /** `Environment` or `EnvironmentGroup`. */
  resourceType?: string | undefined;
  /** Whether `ruleSetCount` is answered. @default true */
  includeRuleSetCounts?: boolean | undefined;
}

/** An item of {@link getRuleBasedPolicyAssignments}. */
export interface ListedRuleBasedPolicyAssignment {
  /** Id of the policy. */
  readonly policyId: string | undefined;
  /** `Environment` or `EnvironmentGroup`. */
  readonly resourceType: string | undefined;
  /** Id of the environment or the group. */
  readonly resourceId: string | undefined;
  /** Number of rule sets of the policy. */
  readonly ruleSetCount: number | undefined;
  /** The tenant. */
  readonly tenantId: string | undefined;
}
