// Made from provider/resources/environmentmanagement/environmentDisasterRecovery.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../../readOptions";
import { registration } from "../../registration";
import type {
  EnvironmentDisasterRecoveryArgs,
  EnvironmentDisasterRecoveryOutputs,
} from "../../../types/environmentmanagement/environmentDisasterRecovery";

export interface EnvironmentDisasterRecovery extends EnvironmentDisasterRecoveryOutputs {}

/**
 * Disaster recovery of an environment: a copy in another region that the environment can fail over to.
 *
 *     new EnvironmentDisasterRecovery("sales", { environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" });
 *
 * The service turns it on and off by an operation of the environment, which is waited for. Only the licensing entitlements of the
 * environment show the state; each resource of this kind reads them. Deleting the resource leaves disaster recovery as it is, or
 * makes it again what it was before (`onDelete`). Drill, failover and failback are no part of it.
 * https://learn.microsoft.com/power-platform/admin/business-continuity-disaster-recovery
 */
export class EnvironmentDisasterRecovery extends CustomResource {
  constructor(name: string, args: EnvironmentDisasterRecoveryArgs, options?: CustomResourceOptions) {
    super(...registration("EnvironmentDisasterRecovery", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id Id of the environment
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentDisasterRecovery {
    return new EnvironmentDisasterRecovery(
      name,
      {} as EnvironmentDisasterRecoveryArgs,
      readOptions("EnvironmentDisasterRecovery", name, id, options),
    );
  }
}
