// Made from provider/functions/licensing/billingPolicyEnvironments.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getBillingPolicyEnvironments}. */
export interface GetBillingPolicyEnvironmentsArgs {
  /** Id of the policy. */
  billingPolicyId: string;
  /** Id of an environment. */
  environmentId?: string | undefined;
}

/** An item of {@link getBillingPolicyEnvironments}. */
export interface ListedBillingPolicyEnvironment {
  /** Id of the policy. */
  readonly billingPolicyId: string;
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  readonly environmentId: string;
}
