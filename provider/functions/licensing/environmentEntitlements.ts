import { environmentId, flag, id, integer, list, number, object, text } from "../../declare/fields";
import { defineList } from "../defineFunction";
import { allocatedAmount } from "./allocatedAmount";
import { consumedAmount } from "./consumedAmount";
import { enforcementRule } from "./enforcementRule";
import { payGoAmounts } from "./payGoAmounts";

/**
 * What one environment has of each code that the tenant holds, with its state of disaster recovery, which the environment itself does
 * not show; also in a preview.
 *
 *     export const entitlements = getEnvironmentEntitlementsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/entitlement/get-many-environment-entitlements
 */
export const environmentEntitlements = defineList({
  name: "getEnvironmentEntitlements",
  result: "environmentEntitlements",
  apiVersion: "2024-10-01",
  path: "/licensing/environments/{environmentId}/entitlements",
  query: ({ filter }) => ({ $filter: filter }),
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
    /** Sent to the service as it is; its grammar is not published. */
    filter: text().optional(),
    /** Code, in any case, such as `MCSMessages`. */
    entitlementId: id().optional(),
  },
  item: {
    /** Code such as `MCSMessages` or `Database`. */
    entitlementId: text().optional(),
    /** Products that it belongs to, such as `CopilotStudio`. */
    productCategories: list(text()).optional(),
    /** The amounts. */
    entitlement: object({
      /** `MB`, `Count` or `Hour`. */
      unit: text().optional(),
      /** What is bought ahead. */
      capacity: object({
        /** What is allocated to the environment. */
        allocated: allocatedAmount().optional(),
        /** What was used. */
        consumed: consumedAmount().optional(),
        /** Amount that is still free. */
        availableQuantity: number().optional(),
        /** `WithinCapacity`, `Overage` or `CoveredOverage`. */
        status: text().optional(),
        /** What happens when it is used up. */
        enforcementRules: list(enforcementRule()).optional(),
      }).optional(),
      /** What is paid as it is used. */
      payGo: payGoAmounts().optional(),
    }).optional(),
    /** Id of the environment. */
    environmentId: text().optional(),
    /** Display name of the environment. */
    environmentName: text().optional(),
    /** Kind of the environment, such as `Production`. */
    environmentType: text().optional(),
    /** Geography of the environment. */
    location: text().optional(),
    /** Whether it is a Managed Environment. */
    isManagedEnvironment: flag().optional(),
    /** `Enabled`, `Ready`, `Disabled` or `Unavailable`. What tells the first two apart is not published. */
    disasterRecoveryState: text().optional(),
    /** `NearCopy` or `FarCopy`. */
    disasterRecoveryLocation: text().optional(),
    /** What the environment was made for, such as `M365CopilotChat`. */
    scenario: text().optional(),
    /** What was added to the environment. */
    addons: list(
      object({
        /** Currency such as `MCSMessages`. */
        addonType: text().optional(),
        /** Unit of the amount. */
        addonUnit: text().optional(),
        /** The amount. */
        allocated: number().optional(),
      }),
    ).optional(),
    /** Permissions on the environment in the older API. */
    permissions: list(
      object({
        /** Name of the permission. */
        name: text().optional(),
        /** Name for people. */
        displayName: text().optional(),
      }),
    ).optional(),
    /** Bytes of storage that a cleanup could free. */
    cleanupOpportunitySize: integer().optional(),
    /** Number of open recommendations to clean up. */
    recommendationCount: integer().optional(),
  },
});
