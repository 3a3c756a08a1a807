// Made from provider/functions/licensing/environmentEntitlements.ts by `npm run generate`; a test says when it is not current.

import type { EnforcementRule } from "./enforcementRule";
import type { AllocatedAmount } from "./allocatedAmount";
import type { ConsumedAmount } from "./consumedAmount";
import type { PayGoAmounts } from "./payGoAmounts";

/** Arguments of {@link getEnvironmentEntitlements}. */
export interface GetEnvironmentEntitlementsArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
  /** Sent to the service as it is; its grammar is not published. */
  filter?: string | undefined;
  /** Code, in any case, such as `MCSMessages`. */
  entitlementId?: string | undefined;
}

/** What is bought ahead. */
export interface ListedEnvironmentEntitlementEntitlementCapacity {
  /** What is allocated to the environment. */
  readonly allocated: AllocatedAmount | undefined;
  /** What was used. */
  readonly consumed: ConsumedAmount | undefined;
  /** Amount that is still free. */
  readonly availableQuantity: number | undefined;
  /** `WithinCapacity`, `Overage` or `CoveredOverage`. */
  readonly status: string | undefined;
  /** What happens when it is used up. */
  readonly enforcementRules: EnforcementRule[] | undefined;
}

/** The amounts. */
export interface ListedEnvironmentEntitlementEntitlement {
  /** `MB`, `Count` or `Hour`. */
  readonly unit: string | undefined;
  /** What is bought ahead. */
  readonly capacity: ListedEnvironmentEntitlementEntitlementCapacity | undefined;
  /** What is paid as it is used. */
  readonly payGo: PayGoAmounts | undefined;
}

/** What was added to the environment. */
export interface ListedEnvironmentEntitlementAddons {
  /** Currency such as `MCSMessages`. */
  readonly addonType: string | undefined;
  /** Unit of the amount. */
  readonly addonUnit: string | undefined;
  /** The amount. */
  readonly allocated: number | undefined;
}

/** Permissions on the environment in the older API. */
export interface ListedEnvironmentEntitlementPermissions {
  /** Name of the permission. */
  readonly name: string | undefined;
  /** Name for people. */
  readonly displayName: string | undefined;
}

/** An item of {@link getEnvironmentEntitlements}. */
export interface ListedEnvironmentEntitlement {
  /** Code such as `MCSMessages` or `Database`. */
  readonly entitlementId: string | undefined;
  /** Products that it belongs to, such as `CopilotStudio`. */
  readonly productCategories: string[] | undefined;
  /** The amounts. */
  readonly entitlement: ListedEnvironmentEntitlementEntitlement | undefined;
  /** Id of the environment. */
  readonly environmentId: string | undefined;
  /** Display name of the environment. */
  readonly environmentName: string | undefined;
  /** Kind of the environment, such as `Production`. */
  readonly environmentType: string | undefined;
  /** Geography of the environment. */
  readonly location: string | undefined;
  /** Whether it is a Managed Environment. */
  readonly isManagedEnvironment: boolean | undefined;
  /** `Enabled`, `Ready`, `Disabled` or `Unavailable`. What tells the first two apart is not published. */
  readonly disasterRecoveryState: string | undefined;
  /** `NearCopy` or `FarCopy`. */
  readonly disasterRecoveryLocation: string | undefined;
  /** What the environment was made for, such as `M365CopilotChat`. */
  readonly scenario: string | undefined;
  /** What was added to the environment. */
  readonly addons: ListedEnvironmentEntitlementAddons[] | undefined;
  /** Permissions on the environment in the older API. */
  readonly permissions: ListedEnvironmentEntitlementPermissions[] | undefined;
  /** Bytes of storage that a cleanup could free. */
  readonly cleanupOpportunitySize: number | undefined;
  /** Number of open recommendations to clean up. */
  readonly recommendationCount: number | undefined;
}
