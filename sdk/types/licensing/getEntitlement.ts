// Made from provider/functions/licensing/getEntitlement.ts by `npm run generate`; a test says when it is not current.

import type { AllocatedAmount } from "./allocatedAmount";
import type { ConsumedAmount } from "./consumedAmount";
import type { PayGoAmounts } from "./payGoAmounts";
import type { EntitledAmount } from "./entitledAmount";

/** Arguments of {@link getEntitlement}. */
export interface GetEntitlementArgs {
  /** Code such as `MCSMessages`, `Database`, `File` or `Log`. */
  entitlementId: string;
}

/** The licences behind it. */
export interface GetEntitlementResultEntitlementCapacityLicenses {
  /** Id of the licence. */
  readonly licenseId: string | undefined;
  /** Name of the product. */
  readonly productName: string | undefined;
  /** Id of its SKU. */
  readonly skuId: string | undefined;
  /** Number of licences. */
  readonly licenseQuantity: number | undefined;
  /** Whether it has no limit. */
  readonly isUnlimited: boolean | undefined;
  /** What the licence gives. */
  readonly entitled: EntitledAmount | undefined;
  /** Where it was bought, such as `CommerceService`. */
  readonly licenseSource: string | undefined;
  /** Such as `Paid` or `Trial`. */
  readonly licenseTier: string | undefined;
  /** State of the licence. */
  readonly licenseStatus: string | undefined;
  /** When its state changes next, UTC. */
  readonly nextLifecycleDate: string | undefined;
  /** Its state then. */
  readonly nextLifecycleStatus: string | undefined;
}

/** What is bought ahead. */
export interface GetEntitlementResultEntitlementCapacity {
  /** `MB`, `Count` or `Hour`. */
  readonly unit: string | undefined;
  /** What the licences give. */
  readonly entitled: EntitledAmount | undefined;
  /** What is allocated to environments. */
  readonly allocated: AllocatedAmount | undefined;
  /** What was used. */
  readonly consumed: ConsumedAmount | undefined;
  /** Amount that is still free. */
  readonly availableQuantity: number | undefined;
  /** `WithinCapacity`, `Overage` or `CoveredOverage`. */
  readonly status: string | undefined;
  /** The licences behind it. */
  readonly licenses: GetEntitlementResultEntitlementCapacityLicenses[] | undefined;
}

/** What a licence without an amount gives. */
export interface GetEntitlementResultEntitlementLicensedPolicy {
  /** Whether the tenant may use it. */
  readonly entitled: boolean | undefined;
}

/** The amounts. */
export interface GetEntitlementResultEntitlement {
  /** `MB`, `Count` or `Hour`. */
  readonly unit: string | undefined;
  /** What is bought ahead. */
  readonly capacity: GetEntitlementResultEntitlementCapacity | undefined;
  /** What is paid as it is used. */
  readonly payGo: PayGoAmounts | undefined;
  /** What a licence without an amount gives. */
  readonly licensedPolicy: GetEntitlementResultEntitlementLicensedPolicy | undefined;
}

/** What {@link getEntitlement} answers. */
export interface GetEntitlementResult {
  /** Code such as `MCSMessages`. */
  readonly entitlementId: string | undefined;
  /** Products that it belongs to, such as `CopilotStudio`. */
  readonly productCategories: string[] | undefined;
  /** The amounts. */
  readonly entitlement: GetEntitlementResultEntitlement | undefined;
}
