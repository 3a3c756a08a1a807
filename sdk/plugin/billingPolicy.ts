import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";

import type { billingPolicy } from "../../provider/resources/licensing/billingPolicy";
import type { Outputs } from "../args";
import type { BillingPolicyArgs } from "../billingPolicy";
import { readOptions } from "../readOptions";
import { PluginResource } from "./pluginResource";

export interface BillingPolicy extends Outputs<typeof billingPolicy> {}

/** Pay-as-you-go billing of environments to an Azure subscription. Arguments and outputs are those of the dynamic class. */
export class BillingPolicy extends PluginResource {
  constructor(name: string, args: BillingPolicyArgs, options?: CustomResourceOptions) {
    super("BillingPolicy", name, args, options);
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says what is there.
   * @param id GUID of the policy
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): BillingPolicy {
    return new BillingPolicy(name, {} as BillingPolicyArgs, readOptions("BillingPolicy", name, id, options));
  }
}
