import { caseless, flag, integer, object, text, timestamp } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * What the tenant has bought, allocated and used of each currency that it holds; also in a preview.
 *
 *     export const used = getCurrencyReportsOutput({ includeConsumptions: true });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/currency-reports/list-currency-reports
 */
export const currencyReports = defineList({
  name: "getCurrencyReports",
  result: "currencyReports",
  apiVersion: "2024-10-01",
  path: "/licensing/tenantCapacity/currencyReports",
  query: ({ includeAllocations = true, includeConsumptions = false }) => ({ includeAllocations, includeConsumptions }),
  args: {
    /** Whether `allocated` is answered. @default true */
    includeAllocations: flag().optional(),
    /** Whether `consumed` is answered. @default false */
    includeConsumptions: flag().optional(),
    /** Currency, in any case, such as `MCSMessages`. */
    currencyType: caseless().optional(),
  },
  item: {
    /** Currency such as `MCSMessages`. */
    currencyType: text().optional(),
    /** Amount that was bought. */
    purchased: integer().optional(),
    /** Amount that is allocated to environments. */
    allocated: integer().optional(),
    /** What was used. */
    consumed: object({
      /** Amount that was used. */
      unitsConsumed: integer().optional(),
      /** Day of the last count, UTC. */
      lastUpdatedDay: timestamp().optional(),
    }).optional(),
  },
});
