import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";

import type { environmentGroup } from "../../provider/resources/environmentmanagement/environmentGroup";
import type { Outputs } from "../args";
import type { EnvironmentGroupArgs } from "../environmentGroup";
import { readOptions } from "../readOptions";
import { PluginResource } from "./pluginResource";

export interface EnvironmentGroup extends Outputs<typeof environmentGroup> {}

/** A group of Managed Environments that are governed together. Arguments and outputs are those of the dynamic class. */
export class EnvironmentGroup extends PluginResource {
  constructor(name: string, args: EnvironmentGroupArgs, options?: CustomResourceOptions) {
    super("EnvironmentGroup", name, args, options);
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says what is there.
   * @param id GUID of the group
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): EnvironmentGroup {
    return new EnvironmentGroup(
      name,
      {} as EnvironmentGroupArgs,
      readOptions("EnvironmentGroup", name, id, options),
    );
  }
}
