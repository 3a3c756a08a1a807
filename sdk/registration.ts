import { type CustomResourceOptions, type Inputs, mergeOptions } from "@pulumi/pulumi";

import { ignoreChangesKey, providerKey } from "../provider/declare/internalInputs";
import type { ResourceDefinition } from "../provider/declare/define";
import { definitionOf, type Kind } from "../provider/resources";
import { pluginToken, typeToken } from "../provider/resources/typeToken";
import { declaredProperties } from "./declaredProperties";
import { requireFoundByProvider } from "./foundByProvider";
import { dropPromiseTraces } from "./promiseTraces";
import { toldEnvironment } from "./programEnvironment";
import { providerText } from "./providerText";

dropPromiseTraces();

/** What `CustomResource` takes. */
export type Registration = [type: string, name: string, props: Inputs, options: CustomResourceOptions];

/**
 * How a resource registers as a Pulumi dynamic resource whose code is this package as it is installed. Its alias makes a
 * resource of the same name that the native plugin has made the same resource, so that a stack can go back.
 */
export function registration(
  kind: Kind,
  name: string,
  args: object,
  options: CustomResourceOptions = {},
): Registration {
  requireFoundByProvider();
  const definition = definitionOf(kind);
  const { ignoreChanges: ignored } = options;
  const secrets = [...definition.fields, ...definition.outputs]
    .filter((node) => node.secret === true)
    .map((node) => node.name);
  return [
    typeToken(kind),
    name,
    {
      ...declaredProperties(kind),
      ...args,
      ...toldEnvironment(),
      [providerKey]: providerText(kind),
      ...(ignored === undefined ? {} : { [ignoreChangesKey]: ignored }),
    },
    mergeOptions(options, {
      aliases: [{ type: pluginToken(kind) }],
      ...replacementOf(definition, options),
      ...(secrets.length === 0 ? {} : { additionalSecretOutputs: secrets }),
    }),
  ];
}

/** A kind whose id is its natural key deletes the old object first. Only this option also holds for `pulumi up --replace`. */
export const replacementOf = (
  { deleteBeforeReplace }: ResourceDefinition,
  options: CustomResourceOptions,
): CustomResourceOptions =>
  deleteBeforeReplace === true && options.deleteBeforeReplace === undefined ? { deleteBeforeReplace } : {};
