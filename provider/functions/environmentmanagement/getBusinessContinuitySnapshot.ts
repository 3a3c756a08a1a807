import { environmentId, timestamp } from "../../declare/fields";
import { defineObject } from "../defineFunction";

/**
 * How far the copy of an environment in the paired region is, for disaster recovery; also in a preview.
 *
 *     export const snapshot = getBusinessContinuitySnapshotOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/failover
 */
export const getBusinessContinuitySnapshot = defineObject({
  name: "getBusinessContinuitySnapshot",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/environments/{environmentId}/businessContinuityStateFullSnapshot",
  permissionInRoles: "EnvironmentManagement.Failover.Read",
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
  },
  item: {
    /** Point in time of the last synchronisation, UTC. Absent while disaster recovery is off. */
    lastSyncTime: timestamp().optional(),
  },
});
