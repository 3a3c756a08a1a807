import { type CustomResourceOptions, CustomResource, type Inputs, mergeOptions } from "@pulumi/pulumi";

import { ignoreChangesKey, providerKey } from "../provider/declare/internalInputs";
import { definitionOf, type Kind } from "../provider/resources";
import { declaredProperties } from "./declaredProperties";
import { providerText } from "./providerText";
import { pluginToken, typeToken } from "../provider/resources/typeToken";

/**
 * Base of every resource class: a Pulumi dynamic resource whose code is this package as it is installed. Its alias makes a
 * resource of the same name that the native plugin has made the same resource, so that a stack can go back.
 */
export abstract class PowerPlatformResource extends CustomResource {
  protected constructor(
    kind: Kind,
    name: string,
    args: Inputs | undefined,
    options: CustomResourceOptions = {},
  ) {
    const definition = definitionOf(kind);
    const { ignoreChanges: ignored } = options;
    const secrets = [...definition.fields, ...definition.outputs]
      .filter((node) => node.secret === true)
      .map((node) => node.name);
    super(
      typeToken(kind),
      name,
      {
        ...declaredProperties(kind),
        ...args,
        [providerKey]: providerText(kind),
        ...(ignored === undefined ? {} : { [ignoreChangesKey]: ignored }),
      },
      mergeOptions(options, {
        aliases: [{ type: pluginToken(kind) }],
        ...(secrets.length === 0 ? {} : { additionalSecretOutputs: secrets }),
      }),
    );
  }
}
