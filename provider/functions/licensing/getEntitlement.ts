import { flag, id, integer, list, number, object, text, timestamp } from "../../declare/fields";
import { defineObject } from "../defineFunction";
import { allocatedAmount } from "./allocatedAmount";
import { consumedAmount } from "./consumedAmount";
import { entitledAmount } from "./entitledAmount";
import { payGoAmounts } from "./payGoAmounts";

/**
 * What the tenant holds of one code, and how much of it is used; also in a preview. A tenant that buys by allocation may show 0 as
 * entitled and the amount as allocated.
 *
 *     export const credits = getEntitlementOutput({ entitlementId: "MCSMessages" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/entitlement/get-entitlement
 */
export const getEntitlement = defineObject({
  name: "getEntitlement",
  apiVersion: "2024-10-01",
  path: "/licensing/entitlements/{entitlementId}",
  args: {
    /** Code such as `MCSMessages`, `Database`, `File` or `Log`. */
    entitlementId: id(),
  },
  item: {
    /** Code such as `MCSMessages`. */
    entitlementId: text().optional(),
    /** Products that it belongs to, such as `CopilotStudio`. */
    productCategories: list(text()).optional(),
    /** The amounts. */
    entitlement: object({
      /** `MB`, `Count` or `Hour`. */
      unit: text().optional(),
      /** What is bought ahead. */
      capacity: object({
        /** `MB`, `Count` or `Hour`. */
        unit: text().optional(),
        /** What the licences give. */
        entitled: entitledAmount().optional(),
        /** What is allocated to environments. */
        allocated: allocatedAmount().optional(),
        /** What was used. */
        consumed: consumedAmount().optional(),
        /** Amount that is still free. */
        availableQuantity: number().optional(),
        /** `WithinCapacity`, `Overage` or `CoveredOverage`. */
        status: text().optional(),
        /** The licences behind it. */
        licenses: list(
          object({
            /** Id of the licence. */
            licenseId: text().optional(),
            /** Name of the product. */
            productName: text().optional(),
            /** Id of its SKU. */
            skuId: text().optional(),
            /** Number of licences. */
            licenseQuantity: integer().optional(),
            /** Whether it has no limit. */
            isUnlimited: flag().optional(),
            /** What the licence gives. */
            entitled: entitledAmount().optional(),
            /** Where it was bought, such as `CommerceService`. */
            licenseSource: text().optional(),
            /** Such as `Paid` or `Trial`. */
            licenseTier: text().optional(),
            /** State of the licence. */
            licenseStatus: text().optional(),
            /** When its state changes next, UTC. */
            nextLifecycleDate: timestamp().optional(),
            /** Its state then. */
            nextLifecycleStatus: text().optional(),
          }),
        ).optional(),
      }).optional(),
      /** What is paid as it is used. */
      payGo: payGoAmounts().optional(),
      /** What a licence without an amount gives. */
      licensedPolicy: object({
        /** Whether the tenant may use it. */
        entitled: flag().optional(),
      }).optional(),
    }).optional(),
  },
});
