import { compare } from "../declare/compare";
import { itemKeyOf, keysToLookFor, keyText, lacksUniqueKey, naturalKeyFields, objectOf } from "../declare/identity";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import { idIn, type Listed } from "../transport/collections/listed";
import type { Desired } from "./located";

/** Live objects with the declared natural key, each in its latest form if it changed while the list was read. */
export function matching(
  { definition, inputs, place }: Pick<Desired, "definition" | "inputs" | "place">,
  listed: Listed,
): readonly Values[] {
  const found = keysToLookFor(definition, inputs).flatMap((key, index) =>
    listed
      .by(itemKeyOf(definition, key, place), keyText(key, inputs))
      .map((item) => objectOf(definition, item, place))
      .filter((live) => live !== undefined)
      .filter((live) => (definition.isComparable?.(live) ?? true) && compare(key, live, inputs).length === 0)
      .filter((live) => index === 0 || lacksUniqueKey(definition, live, inputs)),
  );
  const idOf = idIn(definition.wireId);
  return [...new Map(found.map((live) => [idOf(live), live])).values()];
}

/** Whether a live object has the declared natural key. Members that the program leaves to the service do not count. */
export const hasNaturalKey = (definition: ResourceDefinition, live: Values, inputs: Values): boolean =>
  compare(naturalKeyFields(definition, inputs), live, inputs).length === 0;
