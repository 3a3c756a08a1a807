// Made from provider/resources/licensing/billingPolicy.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";
import type { LicensingPrincipal } from "./licensingPrincipal";

/** What is billed. Changing it replaces. */
export interface BillingPolicyBillingInstrumentArgs {
  /** Azure subscription. Changing it replaces. */
  subscriptionId: Input<string>;
  /** Azure resource group, in any case. Changing it replaces. */
  resourceGroup: Input<string>;
}

/** What a program says of {@link BillingPolicy}. */
export interface BillingPolicyArgs extends ResourceArgs {
  /** Name of the policy and, at its creation, of the Azure account resource. Changes in place. */
  name: Input<string>;
  /**
   * Geography of Power Platform such as `europe` or `unitedstates` (no Azure region), in any case. Environments that
   * use the policy have to be in it. Changing it replaces.
   */
  location: Input<string>;
  /** Whether usage is billed. @default Enabled */
  status?: Input<"Enabled" | "Disabled"> | undefined;
  /** What is billed. Changing it replaces. */
  billingInstrument: Input<BillingPolicyBillingInstrumentArgs>;
}

/** What is billed. */
export interface BillingPolicyBillingInstrument {
  /** Azure subscription. */
  readonly subscriptionId: string;
  /** Azure resource group, in any case. */
  readonly resourceGroup: string;
  /** Azure resource id of the account that the service made. */
  readonly id: string;
}

/** What is known of a {@link BillingPolicy}. */
export interface BillingPolicyOutputs {
  /** Name of the policy and, at its creation, of the Azure account resource. */
  readonly name: Output<string>;
  /**
   * Geography of Power Platform such as `europe` or `unitedstates` (no Azure region), in any case. Environments that
   * use the policy have to be in it.
   */
  readonly location: Output<string>;
  /** Whether usage is billed. */
  readonly status: Output<"Enabled" | "Disabled">;
  /** What is billed. */
  readonly billingInstrument: Output<BillingPolicyBillingInstrument>;
  /** Seen as `TenantOwned`; on the wire only, not in the reference. */
  readonly type: Output<string | undefined>;
  /** When the policy was made, UTC. */
  readonly createdOn: Output<string>;
  /** Who made the policy. */
  readonly createdBy: Output<LicensingPrincipal>;
  /** When it was last changed, UTC. */
  readonly lastModifiedOn: Output<string | undefined>;
  /** Who changed it last. */
  readonly lastModifiedBy: Output<LicensingPrincipal | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
