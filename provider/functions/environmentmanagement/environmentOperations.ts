import { isDeepStrictEqual } from "node:util";

import { environmentId, json, list, object, text, timestamp } from "../../declare/fields";
import { defineList } from "../defineFunction";
import { userIdentity } from "./userIdentity";

/**
 * The operations of an environment, such as its creation or a change of its SKU; also in a preview. Every page is read.
 *
 *     export const operations = getEnvironmentOperationsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/operation/get-operations-for-environment
 */
export const environmentOperations = defineList({
  name: "getEnvironmentOperations",
  result: "environmentOperations",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/environments/{environmentId}/operations",
  query: ({ limit, continuationToken }) => ({ limit, continuationToken }),
  permissionInRoles: "EnvironmentManagement.Operation.Read",
  args: {
    /** Id of the environment: a GUID, or `Default-{tenantId}`. */
    environmentId: environmentId(),
    /** Operations in one page, such as `"50"`. Every page is read all the same. */
    limit: text({
      refuse: (value) => (/^[1-9][0-9]*$/.test(value) ? undefined : "must be a whole number from 1 on"),
    }).optional(),
    /** Token of the page to begin with. Left out, the first one. */
    continuationToken: text().optional(),
  },
  item: {
    /** What is done, such as `EnableManaged`. */
    name: text().optional(),
    /** Id of the operation. */
    operationId: text().optional(),
    /** `Queued` and `InProgress` go on; `Succeeded`, `Failed`, `NoOperation`, `ValidationPassed` and `ValidationFailed` are ends. */
    status: text().optional(),
    /** When it began, UTC. */
    startTime: timestamp().optional(),
    /** When it ended, UTC. */
    endTime: timestamp().optional(),
    /** Who asked for it. */
    requestedBy: userIdentity().optional(),
    /** What it consists of. */
    stageStatuses: list(
      object({
        /** Name of the stage. */
        name: text().optional(),
        /** `Succeeded`, `Failed`, `Skipped`, `Postponed`, `InProgress` or `NotStarted`. */
        status: text().optional(),
        /** When it began, UTC. */
        startTime: timestamp().optional(),
        /** When it ended, UTC. */
        endTime: timestamp().optional(),
      }),
    ).optional(),
    /** The environment that it changes. */
    updatedEnvironment: object({
      /** Id of the environment. */
      environmentId: text().optional(),
      /** Display name. */
      displayName: text().optional(),
      /** Address of its Dataverse. */
      dataverseOrganizationUrl: text().optional(),
    }).optional(),
    /** Why it failed. */
    errorDetail: object({
      /** The service's code. */
      code: text().optional(),
      /** What is wrong, by the name of the field: `errorMessages` and `suggestedValue`. */
      fieldErrors: json(isDeepStrictEqual).optional(),
    }).optional(),
  },
});
