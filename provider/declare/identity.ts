import { createHash } from "node:crypto";

import { canonicalForm } from "./compare";
import type { ResourceDefinition } from "./define";
import { type FieldNode, type Visit, walk } from "./fieldTree";
import type { NewPlace } from "./place";
import { isValues, type Values } from "./plainValues";

/** A resource as messages name it: `EnvironmentGroup "Sales"`. */
export const labelOf = ({ kind, title }: Pick<ResourceDefinition, "kind" | "title">, values: Values): string =>
  `${kind} ${title(values)}`;

/** The service's id of a live object. `undefined` if it has none. */
export const wireIdOf = ({ wireId }: Pick<ResourceDefinition, "wireId">, live: unknown): string | undefined => {
  const id = isValues(live) ? live[wireId] : undefined;
  return typeof id === "string" && id !== "" ? id : undefined;
};

/** The live object in an item of its collection. */
export function objectOf(
  { ofItem, named = (item) => item }: Pick<ResourceDefinition, "ofItem" | "named">,
  item: unknown,
  place: NewPlace,
): Values | undefined {
  if (!isValues(item)) return undefined;
  return ofItem === undefined ? named(item, place) : ofItem(item, place);
}

/** The Pulumi id of a live object. `values` name its collection. */
export const idOfLive = (definition: ResourceDefinition, values: Values, live: Values): string =>
  definition.address.id(values, wireIdOf(definition, live) ?? "");

/** The index key of an object. `undefined` for any other value. */
export type KeyOf = (item: unknown) => string | undefined;

const known = new WeakMap<ResourceDefinition, KeyOf>();

/**
 * Gives objects that may have the same natural key the same index key, in the form of the program or of the service. It leaves out
 * members that the service may decide, so objects with equal keys still have to be compared.
 */
export function naturalKeyOf(definition: ResourceDefinition): KeyOf {
  const keyOf = known.get(definition) ?? textWith(naturalKeyFields(definition));
  known.set(definition, keyOf);
  return keyOf;
}

export const naturalKeyFields = ({ fields, naturalKey }: ResourceDefinition): readonly FieldNode[] =>
  fields.filter(({ name }) => naturalKey.includes(name));

const textWith =
  (nodes: readonly FieldNode[]): KeyOf =>
  (item) =>
    isValues(item) ? JSON.stringify(walk(nodes, [item], keyForm)) : undefined;

const keyForm: Visit = (node, ...walked) => (node.absent === "computed" ? undefined : canonicalForm(node, ...walked));

/** The key of a create: equal for inputs or recorded outputs with the same natural key in the same tenant. */
export const createKey = (definition: ResourceDefinition, values: Values, tenantId: string): string =>
  createHash("sha256")
    .update(JSON.stringify([tenantId.toLowerCase(), definition.kind, naturalKeyOf(definition)(values)]))
    .digest("hex");
