import type { ResourceDefinition } from "../declare/define";
import { compare } from "../declare/compare";
import { naturalKeyFields, naturalKeyOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { idIn, type Listed } from "../transport/collections/listed";

/** Live objects with the declared natural key, each in its latest form if it changed while the list was read. */
export function matching(definition: ResourceDefinition, listed: Listed, inputs: Values): readonly Values[] {
  const key = naturalKeyFields(definition);
  const keyOf = naturalKeyOf(definition);
  const found = listed
    .by(keyOf, keyOf(inputs) ?? "")
    .filter(isValues)
    .filter((live) => (definition.isComparable?.(live) ?? true) && compare(key, live, inputs).length === 0);
  const idOf = idIn(definition.wireId);
  return [...new Map(found.map((live) => [idOf(live), live])).values()];
}
