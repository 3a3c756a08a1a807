import { clearedWhenAbsent, computedWhenAbsent, flag, guid } from "../../declare/fields";

/** Inputs of environments for the provider. */
export const environmentProgram = {
  /**
   * Billing policy of the new environment, for tenants that need one to create. Only used at creation: afterwards
   * `BillingPolicyEnvironment` has the link. A change is recorded and nothing is sent.
   */
  billingPolicyId: clearedWhenAbsent(guid({ recorded: true })),
  /**
   * Whether a change of what the API cannot change makes a new environment. The old one is deleted with everything in it: before the
   * new one is made where the natural key stays the same, such as a domain name, else after it.
   * @default false
   */
  allowReplacement: computedWhenAbsent(flag()),
  /**
   * Whether the environment may be deleted, with everything in it. It has to be in state: run `pulumi up` before you delete.
   * @default false
   */
  allowDelete: clearedWhenAbsent(flag({ recorded: true })),
};
