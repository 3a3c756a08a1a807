import { createHash } from "node:crypto";

import { canonicalForm } from "./compare";
import type { ResourceDefinition } from "./define";
import { type FieldNode, type Visit, walk } from "./fieldTree";
import type { NewPlace } from "./place";
import { containsUnknown, isEmpty, isValues, type Values, valueAt } from "./plainValues";

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

/** For a deleted object that the service still shows: how it can be recovered. */
export const recoveryOf = (definition: ResourceDefinition, live: Values): string | undefined =>
  definition.shape === "collection" ? definition.recovery?.(live) : undefined;

/** The Pulumi id of a live object. `values` name its collection. */
export const idOfLive = (definition: ResourceDefinition, values: Values, live: Values): string =>
  definition.address.id(values, wireIdOf(definition, live) ?? "");

/** Whether an object is deleted, also if it can be recovered. */
export const isDeleted = (definition: ResourceDefinition, live: Values | undefined): boolean =>
  live === undefined || recoveryOf(definition, live) !== undefined;

/** The index key of an object. `undefined` for any other value. */
export type KeyOf = (item: unknown) => string | undefined;

/**
 * The fields that make the natural key of such inputs or recorded outputs. They are compared also where the API cannot change them,
 * and a unique one also where the service may decide it.
 */
export const naturalKeyFields = (definition: ResourceDefinition, values: Values): readonly FieldNode[] =>
  isUnique(definition, values)
    ? at(definition.fields, definition.uniqueKey?.split(".") ?? [])
    : otherFields(definition);

/** The natural key of objects that do not show a unique field. */
const otherFields = ({ fields, naturalKey }: ResourceDefinition): readonly FieldNode[] =>
  fields.filter(({ name }) => naturalKey.includes(name)).map((node) => ({ ...node, ...compared }));

/** The natural keys to look for: one, and that of an object which is being created and does not show its unique field yet. */
export const keysToLookFor = (definition: ResourceDefinition, values: Values): readonly (readonly FieldNode[])[] =>
  isUnique(definition, values)
    ? [naturalKeyFields(definition, values), otherFields(definition)]
    : [otherFields(definition)];

/** Whether an object is being created, so that it does not show its unique field yet. */
export function lacksUniqueKey(definition: ResourceDefinition, live: Values, inputs: Values): boolean {
  if (definition.shape !== "collection" || definition.uniqueKey === undefined) return false;
  return isEmpty(valueAt(live, definition.uniqueKey)) && definition.settles?.isFinal(live, inputs) === false;
}

/** Names of the inputs that these fields are, or are in. */
export const naturalKeyNames = (definition: ResourceDefinition, values: Values): readonly string[] =>
  naturalKeyFields(definition, values).map(({ name }) => name);

const compared = { fixed: false, writeOnly: false };

function isUnique({ uniqueKey }: ResourceDefinition, values: Values): boolean {
  if (uniqueKey === undefined) return false;
  const around = values[uniqueKey.split(".")[0] ?? ""];
  // What is not known yet may have one.
  return !isEmpty(valueAt(values, uniqueKey)) || (!isValues(around) && containsUnknown(around));
}

function at(fields: readonly FieldNode[], [name, ...inside]: readonly string[]): readonly FieldNode[] {
  return fields
    .filter((node) => node.name === name)
    .map(({ absent: _, ...node }) => ({
      ...node,
      ...compared,
      ...(inside.length === 0 ? {} : { children: at(node.children ?? [], inside) }),
    }));
}

/**
 * The same text for objects that may have the same natural key, in the form of the program or of the service. It leaves out members
 * that the service may decide, so objects with equal texts still have to be compared.
 */
export const keyText = (key: readonly FieldNode[], values: Values): string =>
  JSON.stringify(walk(key, [values], keyForm));

const known = new WeakMap<ResourceDefinition, Map<string, KeyOf>>();

/** Gives the items of a collection that text. */
export function itemKeyOf(definition: ResourceDefinition, key: readonly FieldNode[], place: NewPlace): KeyOf {
  const ofKind = known.get(definition) ?? new Map<string, KeyOf>();
  const name = [place.collection.toLowerCase(), ...key.map((node) => node.name)].join(" ");
  const keyOf = ofKind.get(name) ?? keyWith(definition, key, place);
  known.set(definition, ofKind.set(name, keyOf));
  return keyOf;
}

const keyWith =
  (definition: ResourceDefinition, fields: readonly FieldNode[], place: NewPlace): KeyOf =>
  (item) => {
    const live = objectOf(definition, item, place);
    return live && keyText(fields, live);
  };

const keyForm: Visit = (node, ...walked) => (node.absent === "computed" ? undefined : canonicalForm(node, ...walked));

/** The key of a create: equal for inputs or recorded outputs with the same natural key in the same tenant. */
export const createKey = (definition: ResourceDefinition, values: Values, tenantId: string): string =>
  createHash("sha256")
    .update(
      JSON.stringify([tenantId.toLowerCase(), definition.kind, keyText(naturalKeyFields(definition, values), values)]),
    )
    .digest("hex");
