import type { CustomResourceOptions } from "@pulumi/pulumi";
import { mergeOptions } from "@pulumi/pulumi";

import { definitionOf, type Kind } from "../../provider/resources";
import { pluginToken, typeToken } from "../../provider/resources/typeToken";
import { declaredProperties } from "../declaredProperties";
import { toldEnvironment } from "../programEnvironment";
import { dropPromiseTraces } from "../promiseTraces";
import { type Registration, replacementOf } from "../registration";

dropPromiseTraces();

/**
 * How a resource registers with the plugin. Its alias makes a resource of the same name that the dynamic provider has made
 * the same resource; without it Pulumi would make a new object and then delete the old one, in the tenant.
 */
export const registration = (
  kind: Kind,
  name: string,
  args: object,
  options: CustomResourceOptions = {},
): Registration => [
  pluginToken(kind),
  name,
  { ...declaredProperties(kind), ...args, ...toldEnvironment() },
  mergeOptions(options, {
    aliases: [{ type: typeToken(kind) }],
    ...replacementOf(definitionOf(kind), options),
  }),
];
