import { environmentId, text } from "../../declare/fields";
import { defineObject } from "../defineFunction";
import { environments } from "./environments";

/**
 * One environment; also in a preview. A deleted one that can be recovered may be found too: it has a `deletedDateTime`.
 *
 *     export const sales = getEnvironmentOutput({ environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environments/get-environment-by-id-for-user
 */
export const getEnvironment = defineObject({
  name: "getEnvironment",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/environments/{environmentId}",
  query: ({ select }) => (typeof select === "string" ? { $select: withId(select) } : {}),
  permission: "EnvironmentManagement.Environments.Read",
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
    /** Names of the members to answer, separated by commas; the id always comes. Left out, all are answered. */
    select: text().optional(),
  },
  item: environments.itemShape,
});

const withId = (select: string): string => (select.split(",").includes("id") ? select : `id,${select}`);
