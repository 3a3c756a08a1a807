// Made from provider/functions/licensing/getTenantCapacity.ts by `npm run generate`; a test says when it is not current.

import type { LicenseQuantity } from "./licenseQuantity";

/** Arguments of {@link getTenantCapacity}. */
export type GetTenantCapacityArgs = Readonly<Record<string, never>>;

/** Whether there is enough, in words. */
export interface GetTenantCapacityResultCapacitySummary {
  /** `Available`, `AvailableByOverflow` or `NotAvailable`. */
  readonly status: string | undefined;
  /** The service's words. */
  readonly statusMessage: string | undefined;
  /** The service's code, such as `DBCapacityOver`. */
  readonly statusMessageCode: string | undefined;
  /** The same for Finance and Operations. */
  readonly finOpsStatus: string | undefined;
  /** The service's words for Finance and Operations. */
  readonly finOpsStatusMessage: string | undefined;
  /** The service's code for Finance and Operations. */
  readonly finOpsStatusMessageCode: string | undefined;
}

/** What is used. */
export interface GetTenantCapacityResultTenantCapacitiesConsumption {
  /** Amount that is stored. */
  readonly actual: number | undefined;
  /** Amount that counts. */
  readonly rated: number | undefined;
  /** When `actual` was counted. */
  readonly actualUpdatedOn: string | undefined;
  /** When `rated` was counted. */
  readonly ratedUpdatedOn: string | undefined;
}

/** What other types of storage lend. */
export interface GetTenantCapacityResultTenantCapacitiesOverflowCapacity {
  /** Such as `Database`. */
  readonly capacityType: string | undefined;
  /** The amount. */
  readonly value: number | undefined;
}

/** The licences behind it. */
export interface GetTenantCapacityResultTenantCapacitiesCapacityEntitlementsLicenses {
  /** Code of the entitlement. */
  readonly entitlementCode: string | undefined;
  /** Name of the product. */
  readonly displayName: string | undefined;
  /** Whether it is a temporary one. */
  readonly isTemporaryLicense: boolean | undefined;
  /** When a temporary one ends. */
  readonly temporaryLicenseExpiryDate: string | undefined;
  /** Id of the service plan. */
  readonly servicePlanId: string | undefined;
  /** Id of the SKU. */
  readonly skuId: string | undefined;
  /** Those that are paid. */
  readonly paid: LicenseQuantity | undefined;
  /** Those on trial. */
  readonly trial: LicenseQuantity | undefined;
  /** The amount. */
  readonly totalCapacity: number | undefined;
  /** When its state changes next. */
  readonly nextLifecycleDate: string | undefined;
  /** Such as `Enabled`. */
  readonly capabilityStatus: string | undefined;
}

/** What it is made of. */
export interface GetTenantCapacityResultTenantCapacitiesCapacityEntitlements {
  /** Such as `Database`. */
  readonly capacityType: string | undefined;
  /** Such as `DatabaseBase` or `DatabaseAddOn`. */
  readonly capacitySubType: string | undefined;
  /** The amount. */
  readonly totalCapacity: number | undefined;
  /** When its state changes next. */
  readonly maxNextLifecycleDate: string | undefined;
  /** The licences behind it. */
  readonly licenses: GetTenantCapacityResultTenantCapacitiesCapacityEntitlementsLicenses[] | undefined;
}

/** The storage, by type. */
export interface GetTenantCapacityResultTenantCapacities {
  /** Such as `Database`, `File` or `Log`. */
  readonly capacityType: string | undefined;
  /** `MB` or `Unit`. */
  readonly capacityUnits: string | undefined;
  /** Amount that was bought. */
  readonly totalCapacity: number | undefined;
  /** The largest amount. */
  readonly maxCapacity: number | undefined;
  /** What is used. */
  readonly consumption: GetTenantCapacityResultTenantCapacitiesConsumption | undefined;
  /** `Available`, `AvailableByOverflow` or `NotAvailable`. */
  readonly status: string | undefined;
  /** What other types of storage lend. */
  readonly overflowCapacity: GetTenantCapacityResultTenantCapacitiesOverflowCapacity[] | undefined;
  /** What it is made of. */
  readonly capacityEntitlements: GetTenantCapacityResultTenantCapacitiesCapacityEntitlements[] | undefined;
}

/** Storage of the `Legacy` model. Absent in the other. */
export interface GetTenantCapacityResultLegacyModelCapacity {
  /** Amount that was bought. */
  readonly totalCapacity: number | undefined;
  /** Amount that is used. */
  readonly totalConsumption: number | undefined;
  /** `MB` or `Unit`. */
  readonly capacityUnits: string | undefined;
}

/** Temporary licences. */
export interface GetTenantCapacityResultTemporaryLicenseInfo {
  /** Whether there is one. */
  readonly hasTemporaryLicense: boolean | undefined;
  /** When it ends. */
  readonly temporaryLicenseExpiryDate: string | undefined;
}

/** What {@link getTenantCapacity} answers. */
export interface GetTenantCapacityResult {
  /** The tenant. */
  readonly tenantId: string | undefined;
  /** `StorageDriven` or `Legacy`. */
  readonly licenseModelType: string | undefined;
  /** Whether there is enough, in words. */
  readonly capacitySummary: GetTenantCapacityResultCapacitySummary | undefined;
  /** The storage, by type. */
  readonly tenantCapacities: GetTenantCapacityResultTenantCapacities[] | undefined;
  /** Storage of the `Legacy` model. Absent in the other. */
  readonly legacyModelCapacity: GetTenantCapacityResultLegacyModelCapacity | undefined;
  /** Temporary licences. */
  readonly temporaryLicenseInfo: GetTenantCapacityResultTemporaryLicenseInfo | undefined;
}
