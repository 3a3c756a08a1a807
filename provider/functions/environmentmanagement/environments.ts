import { caseless, guid, id, location, object, text, timestamp } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The environments that the caller may see, which need not be all of the tenant; also in a preview.
 *
 *     export const sandboxes = getEnvironmentsOutput({ type: "Sandbox" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments/list-environments-for-user
 */
export const environments = defineList({
  name: "getEnvironments",
  result: "environments",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/environments",
  permission: "EnvironmentManagement.Environments.Read",
  args: {
    /** Id of an environment. */
    id: id().optional(),
    /** Display name, in any case. */
    displayName: caseless().optional(),
    /** Such as `Production`, `Sandbox`, `Developer`, `Default`. */
    type: caseless().optional(),
    /** Such as `Ready`. */
    state: caseless().optional(),
    /** Geography such as `europe`. */
    geo: location().optional(),
    /** Id of the group it is a member of. */
    environmentGroupId: guid().optional(),
    /** First part of the host name of its Dataverse. */
    domainName: caseless().optional(),
    /** `Standard` is a Managed Environment, `Basic` is none. */
    protectionLevel: caseless().optional(),
  },
  item: {
    /** A GUID, or `Default-{tenantId}`. */
    id: text(),
    /** Display name. */
    displayName: text().optional(),
    /** Tenant of the environment. */
    tenantId: text().optional(),
    /** Such as `Production`, `Sandbox`, `Developer`, `Default`. */
    type: text().optional(),
    /** Such as `Ready`. */
    state: text().optional(),
    /** Geography such as `europe`. */
    geo: text().optional(),
    /** Azure region that it runs in. */
    azureRegion: text().optional(),
    /** Address of its Dataverse. */
    url: text().optional(),
    /** First part of the host name of its Dataverse. */
    domainName: text().optional(),
    /** Id of its Dataverse. */
    dataverseId: text().optional(),
    /** Version of its Dataverse. */
    version: text().optional(),
    /** Entra group whose members may use it. */
    securityGroupId: text().optional(),
    /** Group of Microsoft 365 that a Teams environment belongs to. */
    connectedGroupId: text().optional(),
    /** Group that it is a member of. */
    environmentGroupId: text().optional(),
    /** `Standard` is a Managed Environment, `Basic` is none. */
    protectionLevel: text().optional(),
    /** Whether only administrators may use it, as the service writes it. */
    adminMode: text().optional(),
    /** Whether background operations run, as the service writes it. */
    backgroundOperationsState: text().optional(),
    /** Release ring, such as `FirstRelease`. */
    clusterCategory: text().optional(),
    /** What it was made for, as the service names it. */
    scenarioName: text().optional(),
    /** Who made it. */
    createdBy: object({
      /** Entra object id of the principal. */
      id: text().optional(),
      /** Kind of the principal, such as `User`. */
      type: text().optional(),
    }).optional(),
    /** Who it was made for. */
    createdFor: object({
      /** Entra object id of the principal. */
      id: text().optional(),
      /** Kind of the principal, such as `User`. */
      type: text().optional(),
    }).optional(),
    /** When it was made, UTC. */
    createdDateTime: timestamp().optional(),
    /** When it was deleted, UTC: it can be recovered until its retention is over. */
    deletedDateTime: timestamp().optional(),
    /** How long backups of it, or it itself once it is deleted, are kept. */
    retentionDetails: object({
      /** Since when, UTC. */
      availableFromDateTime: timestamp().optional(),
      /** A duration such as `P7D`. */
      retentionPeriod: text().optional(),
    }).optional(),
  },
});
