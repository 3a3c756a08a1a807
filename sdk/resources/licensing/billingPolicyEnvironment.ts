// Made from provider/resources/licensing/billingPolicyEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type {
  BillingPolicyEnvironmentArgs,
  BillingPolicyEnvironmentOutputs,
} from "../../types/licensing/billingPolicyEnvironment";

export interface BillingPolicyEnvironment extends BillingPolicyEnvironmentOutputs {}

/**
 * An environment that a billing policy pays for.
 *
 *     new BillingPolicyEnvironment("sales", {
 *       billingPolicyId: "5d1e0000-0000-4000-8000-000000000001",
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * An environment has at most one policy, and both have to be in the same geography. Nothing of it can change: every change
 * makes a new one, after the old one was removed.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy-environment
 */
export class BillingPolicyEnvironment extends CustomResource {
  constructor(name: string, args: BillingPolicyEnvironmentArgs, options?: CustomResourceOptions) {
    super(...registration("BillingPolicyEnvironment", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{billingPolicyId}/{environmentId}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): BillingPolicyEnvironment {
    return new BillingPolicyEnvironment(
      name,
      {} as BillingPolicyEnvironmentArgs,
      readOptions("BillingPolicyEnvironment", name, id, options),
    );
  }
}
