import { defineCollection } from "../../declare/define";
import { environmentId, object, text, timestamp } from "../../declare/fields";
import { parentAddress } from "../../declare/parentAddress";
import type { NewPlace } from "../../declare/place";
import { quoted } from "../../declare/quoted";
import { isGuid } from "../../guid";
import { environments } from "./ofEnvironment";

const placeIn = (id: string): NewPlace => ({
  parent: { kind: "Environment", id, collection: environments },
  scope: `/environments/${id}`,
  collection: `${environments}/${encodeURIComponent(id)}/backups`,
});

const address = parentAddress(
  {
    parent: "environmentId",
    inId: (id) => (isGuid(id) ? id.toLowerCase() : id),
    segment: "backups",
    what: "a backup",
    form: "{environmentId}/backups/{id}",
  },
  placeIn,
);

/**
 * A manual backup of an environment.
 *
 *     new EnvironmentBackup("before-release", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       label: "before the March release",
 *     });
 *
 * It holds the environment as it is when the backup is made. Nothing of it can change: another label makes another backup.
 * It expires by itself. Then it stays in state and is not made again: the preview says that it has expired, and another label makes
 * another one.
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-backup
 * @id `{environmentId}/backups/{id}`
 */
export const environmentBackup = defineCollection({
  kind: "EnvironmentBackup",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: environmentId({ replaces: true }),
    /** Label of the backup. Changing it replaces. */
    label: text({ replaces: true }),
  },
  outputs: {
    /** Point in time that the backup holds, UTC. */
    backupPointDateTime: timestamp().optional(),
    /** When the backup expires, UTC. */
    backupExpiryDateTime: timestamp().optional(),
    /** Who made it. */
    createdBy: object({
      /** Entra object id of the principal. */
      userId: text().optional(),
      /** Name of the principal. */
      displayName: text().optional(),
      /** Kind of the principal, such as `User`. */
      type: text().optional(),
      /** Tenant of the principal. */
      tenantId: text().optional(),
    }).optional(),
  },
  address,
  wireId: "id",
  isId: () => true,
  named: (item, { parent }) => ({ ...item, environmentId: parent?.id }),
  turnsOf: ({ parent }) => [`environment ${parent?.id ?? ""}`],
  // The environment is in the path.
  body: ({ label }) => ({ label }),
  createdAt: "backupPointDateTime",
  createdBy: "createdBy.userId",
  expiresAt: "backupExpiryDateTime",
  title: (values) => `${quoted(values.label)} of environment ${String(values.environmentId)}`,
  readBy: "listing",
  naturalKey: ["environmentId", "label"],
  waitsFor: ["OperationNotStartable"],
  // No delegated permission is published.
  permissions: {
    writeInRoles: "EnvironmentManagement.Backup.Write",
    deleteInRoles: "EnvironmentManagement.Backup.Delete",
  },
});
