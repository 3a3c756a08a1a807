import { CustomResource, type CustomResourceOptions, type Inputs, mergeOptions } from "@pulumi/pulumi";

import type { Kind } from "../../provider/resources";
import { declaredProperties } from "../declaredProperties";
import { pluginToken, typeToken } from "../../provider/resources/typeToken";

/**
 * Base of every resource class of the plugin. Its alias makes a resource of the same name that the dynamic provider has made
 * the same resource; without it Pulumi would make a new object and then delete the old one, in the tenant.
 */
export abstract class PluginResource extends CustomResource {
  protected constructor(
    kind: Kind,
    name: string,
    args: Inputs | undefined,
    options: CustomResourceOptions = {},
  ) {
    super(
      pluginToken(kind),
      name,
      { ...declaredProperties(kind), ...args },
      mergeOptions(options, { aliases: [{ type: typeToken(kind) }] }),
    );
  }
}
