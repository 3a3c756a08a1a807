// Made from provider/resources/licensing/billingPolicyEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** What a program says of {@link BillingPolicyEnvironment}. */
export interface BillingPolicyEnvironmentArgs extends ResourceArgs {
  /** Id of the billing policy. Changing it replaces: the environment leaves the old policy first. */
  billingPolicyId: Input<string>;
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
}

/** What is known of a {@link BillingPolicyEnvironment}. */
export interface BillingPolicyEnvironmentOutputs {
  /** Id of the billing policy. Changing it replaces: the environment leaves the old policy first. */
  readonly billingPolicyId: Output<string>;
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
