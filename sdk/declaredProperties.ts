import type { Inputs } from "@pulumi/pulumi";

import type { Kind } from "../provider/resources";
import { definitionOf } from "../provider/resources";

/** Every input and output of a kind, without values. Pulumi makes a property of each name it is given. */
export function declaredProperties(kind: Kind): Inputs {
  const { fields, outputs } = definitionOf(kind);
  const names = [...fields.map(({ name }) => name), "tenantId", ...outputs.map(({ name }) => name)];
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
