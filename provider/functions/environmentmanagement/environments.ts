import { caseless, guid, location, object, text, timestamp } from "../../declare/fields";
import { defineList } from "../../declare/defineList";

/** https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments/list-environments-for-user */
export const environments = defineList({
  name: "getEnvironments",
  result: "environments",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/environments",
  permission: "EnvironmentManagement.Environments.Read",
  args: {
    /** Id of an environment. */
    id: caseless().optional(),
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
    displayName: text().optional(),
    tenantId: text().optional(),
    type: text().optional(),
    state: text().optional(),
    geo: text().optional(),
    azureRegion: text().optional(),
    url: text().optional(),
    domainName: text().optional(),
    dataverseId: text().optional(),
    version: text().optional(),
    securityGroupId: text().optional(),
    environmentGroupId: text().optional(),
    /** `Standard` is a Managed Environment, `Basic` is none. */
    protectionLevel: text().optional(),
    adminMode: text().optional(),
    createdBy: object({ id: text().optional(), type: text().optional() }).optional(),
    createdDateTime: timestamp().optional(),
  },
});
