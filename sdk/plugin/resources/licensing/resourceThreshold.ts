// Made from provider/resources/licensing/resourceThreshold.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../../readOptions";
import { registration } from "../../registration";
import type { ResourceThresholdArgs, ResourceThresholdOutputs } from "../../../types/licensing/resourceThreshold";

export interface ResourceThreshold extends ResourceThresholdOutputs {}

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
 */
export class ResourceThreshold extends CustomResource {
  constructor(name: string, args: ResourceThresholdArgs, options?: CustomResourceOptions) {
    super(...registration("ResourceThreshold", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{environmentId}/{entitlementId}/{resourceId}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): ResourceThreshold {
    return new ResourceThreshold(
      name,
      {} as ResourceThresholdArgs,
      readOptions("ResourceThreshold", name, id, options),
    );
  }
}
