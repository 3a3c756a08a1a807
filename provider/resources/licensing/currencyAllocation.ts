import { defineSetting } from "../../declare/define";
import { amount, environmentId, oneOf, text } from "../../declare/fields";
import type { Failure } from "../../errors";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import type { Values } from "../../declare/plainValues";
import { ofEnvironment } from "../environmentmanagement/ofEnvironment";
import { currencies, currencyInId } from "./currencies";

const address = namedAddress(
  { environmentId: environmentInId, currencyType: currencyInId },
  ({ environmentId = "", currencyType = "" }) => ({
    ...ofEnvironment(environmentId),
    collection: `/licensing/environments/${encodeURIComponent(environmentId)}/allocations`,
    wireId: currencyType,
  }),
);

/** The service answers 400, "Error converting value" (one tenant, September 2026). */
const isStorage = "storage belongs to the tenant and cannot be allocated to an environment";
const storage = ["Database", "File", "Log", "FinOpsDatabase", "FinOpsFile"];

/** The smallest amount of Copilot Studio messages beside none (community notes, 2026). */
const leastMessages = 500;

function refuseFew({ currencyType, allocated }: Values): readonly Failure[] {
  const isMessages = String(currencyType).toLowerCase() === "mcsmessages";
  if (!isMessages || typeof allocated !== "number" || allocated <= 0 || allocated >= leastMessages) return [];
  return [
    { property: "allocated", reason: `must be 0 or at least ${leastMessages} for MCSMessages, not ${allocated}` },
  ];
}

/**
 * The amount of one currency, such as Copilot Studio messages, that an environment has of what the tenant owns.
 *
 *     new CurrencyAllocation("sales-messages", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       currencyType: "MCSMessages",
 *       allocated: 25000,
 *     });
 *
 * The amount is absolute. Other currencies of the environment are left alone. An allocation cannot be deleted: deleting the resource
 * leaves the amount, or sets the one that was found, 0 where there was none (`onDelete: "restore"`). An environment without an
 * allocation draws on the tenant. It can take about 15 minutes until a new amount shows everywhere.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/currency-allocation
 * @id `{environmentId}/{currencyType}`
 */
export const currencyAllocation = defineSetting({
  kind: "CurrencyAllocation",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
    /** The currency. Storage, such as Database, cannot be allocated. Changing it replaces. */
    currencyType: oneOf(currencies, {
      replaces: true,
      hints: Object.fromEntries(storage.map((name) => [name, isStorage])),
    }),
    /** The amount, a whole number; of MCSMessages 0 or at least 500. Changes in place. */
    allocated: amount(),
  },
  outputs: {
    /** The amount before, as JSON; 0 where nothing was allocated. `onDelete: "restore"` puts it back. */
    found: text().optional(),
  },
  address,
  wireId: "currencyType",
  title: ({ environmentId, currencyType }) => `of ${String(currencyType)} to environment ${String(environmentId)}`,
  naturalKey: ["environmentId", "currencyType"],
  rules: refuseFew,
  readBy: "listing",
  of: (allocations, { wireId }) => {
    const own = allocations.find(({ currencyType }) => currencyInId(String(currencyType)) === wireId);
    return { allocated: own?.allocated ?? 0 };
  },
  change: {
    method: "PATCH",
    path: ({ collection }) => collection,
    body: ({ wireId }, { allocated }) => ({ currencyAllocations: [{ currencyType: wireId, allocated }] }),
    isReplaySafe: true,
  },
  sends: "changes",
  isUnsetBy404: true,
  listOfAll: { path: "/licensing/allocationsByEnvironment", parentKey: "environmentId" },
  isAnswered: true,
  codeAdvice: {
    // Tutorial of Copilot credit allocation.
    TenantPoolLockedByPolicy:
      "A rule of the environment's group (CostControlsDrawFromTenantCreditPool) says whether the environment draws on the tenant's pool. Change the rule in the policy of the group, or take the environment out of the group, then run the command again.",
  },
  permissions: { read: "Licensing.Allocations.Read", write: "Licensing.Allocations.ReadWrite" },
});
