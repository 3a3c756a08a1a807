import { flag, list, number, object, text, timestamp } from "../../declare/fields";
import { defineObject } from "../defineFunction";
import { licenseQuantity } from "./licenseQuantity";

/**
 * The storage that the tenant has bought and how much of it is used; also in a preview.
 *
 *     export const capacity = getTenantCapacityOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/tenant-capacity-details/get-tenant-capacity-details
 */
export const getTenantCapacity = defineObject({
  name: "getTenantCapacity",
  apiVersion: "2024-10-01",
  path: "/licensing/tenantCapacity",
  args: {},
  item: {
    /** The tenant. */
    tenantId: text().optional(),
    /** `StorageDriven` or `Legacy`. */
    licenseModelType: text().optional(),
    /** Whether there is enough, in words. */
    capacitySummary: object({
      /** `Available`, `AvailableByOverflow` or `NotAvailable`. */
      status: text().optional(),
      /** The service's words. */
      statusMessage: text().optional(),
      /** The service's code, such as `DBCapacityOver`. */
      statusMessageCode: text().optional(),
      /** The same for Finance and Operations. */
      finOpsStatus: text().optional(),
      /** The service's words for Finance and Operations. */
      finOpsStatusMessage: text().optional(),
      /** The service's code for Finance and Operations. */
      finOpsStatusMessageCode: text().optional(),
    }).optional(),
    /** The storage, by type. */
    tenantCapacities: list(
      object({
        /** Such as `Database`, `File` or `Log`. */
        capacityType: text().optional(),
        /** `MB` or `Unit`. */
        capacityUnits: text().optional(),
        /** Amount that was bought. */
        totalCapacity: number().optional(),
        /** The largest amount. */
        maxCapacity: number().optional(),
        /** What is used. */
        consumption: object({
          /** Amount that is stored. */
          actual: number().optional(),
          /** Amount that counts. */
          rated: number().optional(),
          /** When `actual` was counted. */
          actualUpdatedOn: timestamp().optional(),
          /** When `rated` was counted. */
          ratedUpdatedOn: timestamp().optional(),
        }).optional(),
        /** `Available`, `AvailableByOverflow` or `NotAvailable`. */
        status: text().optional(),
        /** What other types of storage lend. */
        overflowCapacity: list(
          object({
            /** Such as `Database`. */
            capacityType: text().optional(),
            /** The amount. */
            value: number().optional(),
          }),
        ).optional(),
        /** What it is made of. */
        capacityEntitlements: list(
          object({
            /** Such as `Database`. */
            capacityType: text().optional(),
            /** Such as `DatabaseBase` or `DatabaseAddOn`. */
            capacitySubType: text().optional(),
            /** The amount. */
            totalCapacity: number().optional(),
            /** When its state changes next. */
            maxNextLifecycleDate: timestamp().optional(),
            /** The licences behind it. */
            licenses: list(
              object({
                /** Code of the entitlement. */
                entitlementCode: text().optional(),
                /** Name of the product. */
                displayName: text().optional(),
                /** Whether it is a temporary one. */
                isTemporaryLicense: flag().optional(),
                /** When a temporary one ends. */
                temporaryLicenseExpiryDate: timestamp().optional(),
                /** Id of the service plan. */
                servicePlanId: text().optional(),
                /** Id of the SKU. */
                skuId: text().optional(),
                /** Those that are paid. */
                paid: licenseQuantity().optional(),
                /** Those on trial. */
                trial: licenseQuantity().optional(),
                /** The amount. */
                totalCapacity: number().optional(),
                /** When its state changes next. */
                nextLifecycleDate: timestamp().optional(),
                /** Such as `Enabled`. */
                capabilityStatus: text().optional(),
              }),
            ).optional(),
          }),
        ).optional(),
      }),
    ).optional(),
    /** Storage of the `Legacy` model. Absent in the other. */
    legacyModelCapacity: object({
      /** Amount that was bought. */
      totalCapacity: number().optional(),
      /** Amount that is used. */
      totalConsumption: number().optional(),
      /** `MB` or `Unit`. */
      capacityUnits: text().optional(),
    }).optional(),
    /** Temporary licences. */
    temporaryLicenseInfo: object({
      /** Whether there is one. */
      hasTemporaryLicense: flag().optional(),
      /** When it ends. */
      temporaryLicenseExpiryDate: timestamp().optional(),
    }).optional(),
  },
});
