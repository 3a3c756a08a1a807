import type { ResourceDefinition } from "./define";
import { canonicalForm, type FieldNode } from "./fieldTree";
import { isValues, type Values } from "./plainValues";

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
    isValues(item) ? textOf(nodes, item) : undefined;

const textOf = (nodes: readonly FieldNode[], values: Values): string =>
  JSON.stringify(nodes.map((node) => decided(node, values[node.name])));

/** The canonical form of the required members. `undefined` if there are none. */
function decided(node: FieldNode, value: unknown): unknown {
  if (node.absent === "computed") return undefined;
  if (node.children === undefined || !isValues(value)) return canonicalForm(node, value);
  const members = node.children.map((child) => decided(child, value[child.name]));
  return members.every((member) => member === undefined) ? undefined : members;
}
