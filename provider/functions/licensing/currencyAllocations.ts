import { caseless, environmentId, integer, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The amounts of currencies that are allocated to one environment; also in a preview. The service answers 404 of an environment to which
 * nothing is allocated, as of one that does not exist: `getAllocationsByEnvironment` answers an empty list of the first.
 *
 *     export const allocations = getCurrencyAllocationsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/currency-allocation/get-currency-allocation-by-environment
 */
export const currencyAllocations = defineList({
  name: "getCurrencyAllocations",
  result: "currencyAllocations",
  apiVersion: "2024-10-01",
  path: "/licensing/environments/{environmentId}/allocations",
  permission: "Licensing.Allocations.Read",
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
    /** Currency, in any case, such as `MCSMessages`. */
    currencyType: caseless().optional(),
  },
  item: {
    /** Currency such as `MCSMessages`. */
    currencyType: text().optional(),
    /** The amount. */
    allocated: integer().optional(),
  },
});
