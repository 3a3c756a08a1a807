// Made from provider/resources/licensing/billingPolicy.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type { BillingPolicyArgs, BillingPolicyOutputs } from "../../types/licensing/billingPolicy";

export interface BillingPolicy extends BillingPolicyOutputs {}

/**
 * Pay-as-you-go billing of environments to an Azure subscription.
 *
 *     new BillingPolicy("payg", {
 *       name: "payg-europe",
 *       location: "europe",
 *       billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-power-platform" },
 *     });
 *
 * `name` and `status` change in place, everything else replaces. A create or update ends when the service has finished
 * provisioning; if that takes longer than `timeouts`, the policy is kept in state and the next `up` goes on.
 * Deleting it leaves the Azure account resource behind.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/billing-policy
 */
export class BillingPolicy extends CustomResource {
  constructor(name: string, args: BillingPolicyArgs, options?: CustomResourceOptions) {
    super(...registration("BillingPolicy", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id GUID of the policy
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): BillingPolicy {
    return new BillingPolicy(name, {} as BillingPolicyArgs, readOptions("BillingPolicy", name, id, options));
  }
}
