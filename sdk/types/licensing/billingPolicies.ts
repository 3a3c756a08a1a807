// Made from provider/functions/licensing/billingPolicies.ts by `npm run generate`; a test says when it is not current.

import type { LicensingPrincipal } from "./licensingPrincipal";

/** Arguments of {@link getBillingPolicies}. */
export interface GetBillingPoliciesArgs {
  /** Name of the policy, in any case. */
  name?: string | undefined;
  /** Geography such as `europe`. */
  location?: string | undefined;
  /** `Enabled` or `Disabled`. */
  status?: "Enabled" | "Disabled" | undefined;
}

/** What is billed. */
export interface ListedBillingPolicyBillingInstrument {
  /** Azure subscription. */
  readonly subscriptionId: string;
  /** Azure resource group. */
  readonly resourceGroup: string;
  /** Azure resource id of the account that the service made. */
  readonly id: string | undefined;
}

/** An item of {@link getBillingPolicies}. */
export interface ListedBillingPolicy {
  /** GUID of the policy. */
  readonly id: string;
  /** Name of the policy and, at its creation, of the Azure account resource. */
  readonly name: string;
  /**
   * Geography of Power Platform such as `europe` or `unitedstates` (no Azure region), in any case. Environments that
   * use the policy have to be in it.
   */
  readonly location: string;
  /** `Provisioning` while the service works on it. */
  readonly status: string;
  /** What is billed. */
  readonly billingInstrument: ListedBillingPolicyBillingInstrument;
  /** Seen as `TenantOwned`; on the wire only, not in the reference. */
  readonly type: string | undefined;
  /** When the policy was made, UTC. */
  readonly createdOn: string;
  /** Who made the policy. */
  readonly createdBy: LicensingPrincipal;
  /** When it was last changed, UTC. */
  readonly lastModifiedOn: string | undefined;
  /** Who changed it last. */
  readonly lastModifiedBy: LicensingPrincipal | undefined;
}
