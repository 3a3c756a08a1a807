import { defineSetting } from "../../declare/define";
import { environmentId, flag, text } from "../../declare/fields";
import { environmentInId, namedAddress } from "../../declare/namedAddress";
import type { Values } from "../../declare/plainValues";
import { environments, ofEnvironment } from "./ofEnvironment";

const address = namedAddress({ environmentId: environmentInId }, ({ environmentId = "" }) => ({
  ...ofEnvironment(environmentId),
  collection: `/licensing/environments/${encodeURIComponent(environmentId)}/entitlements`,
}));

/** What tells Enabled from Ready is not published. */
const on: ReadonlySet<string> = new Set(["enabled", "ready"]);

const isTold = (state: unknown): boolean => typeof state === "string" && state !== "" && state !== "NotSpecified";

/** Each entitlement of an environment repeats the state, or leaves it out. */
function stateIn(entitlements: readonly Values[]): Values | undefined {
  const told = entitlements.find((entitlement) => isTold(entitlement.disasterRecoveryState));
  if (told === undefined) return undefined;
  const { disasterRecoveryState, disasterRecoveryLocation } = told;
  return {
    enabled: on.has(String(disasterRecoveryState).toLowerCase()),
    disasterRecoveryState,
    disasterRecoveryLocation,
  };
}

/**
 * Disaster recovery of an environment: a copy in another region that the environment can fail over to.
 *
 *     new EnvironmentDisasterRecovery("sales", { environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" });
 *
 * The service turns it on and off by an operation of the environment, which is waited for. Only the licensing entitlements of the
 * environment show the state; each resource of this kind reads them. Deleting the resource leaves disaster recovery as it is, or
 * makes it again what it was before (`onDelete`). Drill, failover and failback are no part of it.
 * https://learn.microsoft.com/power-platform/admin/business-continuity-disaster-recovery
 * @id Id of the environment
 */
export const environmentDisasterRecovery = defineSetting({
  kind: "EnvironmentDisasterRecovery",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
    /**
     * Whether disaster recovery is on. Changes in place.
     * @default true
     */
    enabled: flag().default(true),
  },
  outputs: {
    /** What `enabled` was before, as JSON. `onDelete: "restore"` puts it back. */
    found: text().optional(),
    /** The service's word: Enabled and Ready are on, Disabled and Unavailable are not. */
    disasterRecoveryState: text({ renewed: true }).optional(),
    /** Where the copy is: NearCopy or FarCopy. */
    disasterRecoveryLocation: text({ renewed: true }).optional(),
  },
  address,
  wireId: "environmentId",
  title: ({ environmentId }) => `of environment ${String(environmentId)}`,
  naturalKey: ["environmentId"],
  readBy: "listing",
  of: stateIn,
  change: {
    method: "POST",
    path: ({ wireId }, { enabled }) =>
      `${environments}/${encodeURIComponent(wireId)}/${enabled === true ? "enable" : "disable"}DisasterRecovery`,
    operation: { environmentId: ({ wireId }) => wireId },
  },
  sends: "changes",
  permissions: { writeInRoles: "EnvironmentManagement.Failover.Write" },
});
