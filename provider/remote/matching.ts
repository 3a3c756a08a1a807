import type { ResourceDefinition } from "../declare/define";
import { isSame } from "../declare/compare";
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
    .filter(
      (live) =>
        (definition.isComparable?.(live) ?? true) &&
        key.every((node) => isSameKey(node, live[node.name], inputs[node.name])),
    );
  const idOf = idIn(definition.wireId);
  return [...new Map(found.map((live) => [idOf(live), live])).values()];
}

/** Members that the program leaves to the service do not count. */
function isSameKey(node: ResourceDefinition["fields"][number], live: unknown, declared: unknown): boolean {
  if (declared === undefined || declared === null) return node.absent === "computed" || isSame(node, live, declared);
  if (node.children !== undefined && isValues(declared)) {
    return node.children.every((child) =>
      isSameKey(child, isValues(live) ? live[child.name] : undefined, declared[child.name]),
    );
  }
  return isSame(node, live, declared);
}
