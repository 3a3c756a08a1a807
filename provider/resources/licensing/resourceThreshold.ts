import { defineSetting } from "../../declare/define";
import { computedWhenAbsent, environmentId, flag, id, integer, number, text, timestamp } from "../../declare/fields";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import type { Values } from "../../declare/plainValues";
import { ofEnvironment } from "../environmentmanagement/ofEnvironment";
import { currencyInId } from "./currencies";

const address = namedAddress(
  { environmentId: environmentInId, entitlementId: currencyInId, resourceId: String },
  ({ environmentId = "", entitlementId = "", resourceId = "" }) => ({
    parent: ofEnvironment(environmentId).parent,
    collection: `/licensing/entitlements/${encodeURIComponent(entitlementId)}/resourceThresholds`,
    wireId: `${environmentId}/${resourceId}`,
  }),
);

const path = (_place: unknown, { environmentId, entitlementId, resourceId }: Values): string => {
  const [environment, entitlement, resource] = [environmentId, entitlementId, resourceId].map((each) =>
    encodeURIComponent(String(each)),
  );
  return `/licensing/environments/${environment}/entitlements/${entitlement}/resources/${resource}/threshold`;
};

const body = (
  _place: unknown,
  { environmentId: _environment, entitlementId: _entitlement, resourceId: _resource, ...threshold }: Values,
): Values => threshold;

const isSameId = (one: unknown, other: unknown): boolean => String(one).toLowerCase() === String(other).toLowerCase();

/**
 * How much of an entitlement one resource, such as an agent, may consume, and what happens then.
 *
 *     new ResourceThreshold("helpdesk-agent", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       entitlementId: "MCSMessages",
 *       resourceId: "a9e00000-0000-4000-8000-000000000001",
 *       limit: 10000,
 *       notificationThreshold: 80,
 *       notifyIfOverCapacity: true,
 *       stopIfOverCapacity: true,
 *     });
 *
 * A write replaces the whole threshold, so members that the program leaves out are sent as they are. The service does not check ids:
 * it stores a threshold of a resource that does not exist. A threshold cannot be deleted: deleting the resource leaves it, or puts
 * back the one that was found (`onDelete: "restore"`); where there was none it is left, with a warning. All calls have api-version 1:
 * what 2024-10-01 stores is neither shown in the admin center nor enforced (community notes, 2026).
 * https://learn.microsoft.com/rest/api/power-platform/licensing/resource-threshold
 * @id `{environmentId}/{entitlementId}/{resourceId}`
 */
export const resourceThreshold = defineSetting({
  kind: "ResourceThreshold",
  apiVersion: "1",
  fields: {
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
    /** The entitlement (currency), such as `MCSMessages`. Changing it replaces. */
    entitlementId: id({ replaces: true }),
    /** Id of the resource, such as an agent. Changing it replaces. */
    resourceId: id({ replaces: true }),
    /** How much the resource may consume, a whole number. */
    limit: computedWhenAbsent(integer()),
    /** The level at which a notification goes out. The admin center offers 50 to 100 percent; the API does not check. */
    notificationThreshold: computedWhenAbsent(integer()),
    /** Whether to notify when the limit is passed. */
    notifyIfOverCapacity: computedWhenAbsent(flag()),
    /** The consumption so far. The service counts it: leave it out, unless it has to be set. */
    resourceConsumption: computedWhenAbsent(number()),
    /** Whether to stop the resource when the limit is passed. */
    stopIfOverCapacity: computedWhenAbsent(flag()),
    /** True stops the resource at once. */
    stopResource: computedWhenAbsent(flag()),
  },
  outputs: {
    /** The threshold before, as JSON. `onDelete: "restore"` puts it back. */
    found: text().optional(),
    /** When the threshold was made. */
    createdOn: timestamp().optional(),
  },
  address,
  wireId: "environmentId/resourceId",
  title: ({ environmentId, entitlementId, resourceId }) =>
    `of ${String(entitlementId)} for resource ${String(resourceId)} in environment ${String(environmentId)}`,
  naturalKey: ["environmentId", "entitlementId", "resourceId"],
  readBy: "listing",
  of: (thresholds, { named = {} }) =>
    thresholds.find(
      ({ environmentId, resourceId }) =>
        isSameId(environmentId, named.environmentId) && isSameId(resourceId, named.resourceId),
    ),
  change: { method: "PUT", path, body },
  sends: "all",
  isAnswered: true,
  codeAdvice: {
    NoAvailableCapacitySource:
      "The environment has nothing to draw this entitlement from. Allocate some to it (CurrencyAllocation), put it under a billing policy (BillingPolicyEnvironment), or let it draw on the tenant.",
  },
  permissions: {},
});
