// Made from provider/resources/environmentmanagement/managedEnvironment.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../../readOptions";
import { registration } from "../../registration";
import type {
  ManagedEnvironmentArgs,
  ManagedEnvironmentOutputs,
} from "../../../types/environmentmanagement/managedEnvironment";

export interface ManagedEnvironment extends ManagedEnvironmentOutputs {}

/**
 * Managed governance of an environment: whether it is a Managed Environment.
 *
 *     new ManagedEnvironment("sales", { environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee", onDelete: "restore" });
 *
 * The service turns it on and off by an operation of the environment, which is waited for. It needs Dataverse in the environment.
 * A member of an environment group stays managed: take it out of the group first. Deleting the resource leaves the environment as
 * it is, or makes it again what it was before (`onDelete`). The state is `protectionLevel` of the environment: Standard is
 * managed, Basic is not.
 * https://learn.microsoft.com/power-platform/admin/managed-environment-overview
 */
export class ManagedEnvironment extends CustomResource {
  constructor(name: string, args: ManagedEnvironmentArgs, options?: CustomResourceOptions) {
    super(...registration("ManagedEnvironment", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id Id of the environment
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): ManagedEnvironment {
    return new ManagedEnvironment(
      name,
      {} as ManagedEnvironmentArgs,
      readOptions("ManagedEnvironment", name, id, options),
    );
  }
}
