import { compare } from "../declare/compare";
import { naturalKeyFields, naturalKeyOf, objectOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { idIn, type Listed } from "../transport/collections/listed";
import type { Desired } from "./located";

/** Live objects with the declared natural key, each in its latest form if it changed while the list was read. */
export function matching(
  { definition, inputs, place }: Pick<Desired, "definition" | "inputs" | "place">,
  listed: Listed,
): readonly Values[] {
  const key = naturalKeyFields(definition);
  const keyOf = naturalKeyOf(definition);
  // Only items that have the names of the inputs are found by them.
  const items = definition.named === undefined ? listed.by(keyOf, keyOf(inputs) ?? "") : listed.items;
  const found = items
    .map((item) => objectOf(definition, item, place))
    .filter(isValues)
    .filter((live) => (definition.isComparable?.(live) ?? true) && compare(key, live, inputs).length === 0);
  const idOf = idIn(definition.wireId);
  return [...new Map(found.map((live) => [idOf(live), live])).values()];
}
