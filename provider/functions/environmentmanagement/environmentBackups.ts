import { environmentId, text, timestamp } from "../../declare/fields";
import { defineList } from "../defineFunction";
import { userIdentity } from "./userIdentity";

/**
 * The backups of an environment that have not lapsed; also in a preview. Whether automatic ones are among them is not published.
 *
 *     export const backups = getEnvironmentBackupsOutput({ environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-backup/get-environment-backups
 */
export const environmentBackups = defineList({
  name: "getEnvironmentBackups",
  result: "environmentBackups",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/environments/{environmentId}/backups",
  permissionInRoles: "EnvironmentManagement.Backup.Read",
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
    /** Label of a manual backup. */
    label: text().optional(),
  },
  item: {
    /** Id of the backup. */
    id: text().optional(),
    /** Label of a manual backup. */
    label: text().optional(),
    /** Point in time that the backup holds, UTC. */
    backupPointDateTime: timestamp().optional(),
    /** When it lapses, UTC. */
    backupExpiryDateTime: timestamp().optional(),
    /** Who made it. */
    createdBy: userIdentity().optional(),
  },
});
