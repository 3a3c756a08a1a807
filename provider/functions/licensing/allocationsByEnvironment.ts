import { environmentId, integer, list, number, object, text } from "../../declare/fields";
import { defineList } from "../defineFunction";
import { enforcementRule } from "./enforcementRule";

/**
 * What is allocated to environments and what happens when it is used up; also in a preview. An environment without an item draws on
 * the pool of the tenant.
 *
 *     export const allocations = getAllocationsByEnvironmentOutput();
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/allocations-by-environment/list-allocations-by-environment
 */
export const allocationsByEnvironment = defineList({
  name: "getAllocationsByEnvironment",
  result: "environmentAllocations",
  apiVersion: "2024-10-01",
  path: "/licensing/allocationsByEnvironment",
  permission: "Licensing.Allocations.Read",
  args: {
    /** Id of an environment. */
    environmentId: environmentId().optional(),
  },
  item: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: text().optional(),
    /** What is allocated, by currency. */
    currencyAllocations: list(
      object({
        /** Currency such as `MCSMessages`. */
        currencyType: text().optional(),
        /** The amount. */
        allocated: integer().optional(),
        /** What the service allocated by itself. */
        autoAllocated: number().optional(),
        /** What happens when it is used up. */
        enforcementRules: list(enforcementRule()).optional(),
      }),
    ).optional(),
  },
});
