// Made from provider/functions/governance/ruleBasedPolicies.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getRuleBasedPolicies}. */
export interface GetRuleBasedPoliciesArgs {
  /** Id of a policy. */
  id?: string | undefined;
  /** Name of the policy, in any case. */
  name?: string | undefined;
}

/** Its rules. */
export interface ListedRuleBasedPolicyRuleSets {
  /** Name of the rule, such as `ConnectorManagement`. */
  readonly id: string | undefined;
  /** Such as `1.0`. */
  readonly version: string | undefined;
  /** When the rule was changed, UTC. */
  readonly lastModifiedDate: string | undefined;
  /** Inputs of the rule. Booleans and numbers may come as text. */
  readonly inputs: Record<string, unknown> | undefined;
}

/** An item of {@link getRuleBasedPolicies}. */
export interface ListedRuleBasedPolicy {
  /** Id of the policy. */
  readonly id: string | undefined;
  /** Name of the policy. */
  readonly name: string | undefined;
  /** When it was changed, UTC. */
  readonly lastModified: string | undefined;
  /** Number of its rule sets. */
  readonly ruleSetCount: number | undefined;
  /** The tenant. */
  readonly tenantId: string | undefined;
  /** Its rules. */
  readonly ruleSets: ListedRuleBasedPolicyRuleSets[] | undefined;
}
