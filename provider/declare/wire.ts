import type { FieldContext } from "./fields";
import { type FieldNode, hasItems, hasMembers, type Visit, walk } from "./fieldTree";
import { isAbsent, isEmpty, isValues, type Values } from "./plainValues";

/** The declared fields in the form that the service takes; what the program left out is left out. */
export const toWire = (fields: readonly FieldNode[], inputs: Values, fieldContext: FieldContext): Values =>
  walk(fields, [inputs], wireForm(fieldContext));

/** Names of the service come in any case; declared ones get the declared case. */
export function inDeclaredCase(fields: readonly FieldNode[], values: Values): Values {
  const names = new Map(fields.map(({ name }) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]),
  );
}

/**
 * The members of `live` with the declared fields laid over them, and managed fields that the program left out emptied.
 * Members that the program does not know stay as they are; a list is replaced as a whole.
 */
export const overlay = (
  fields: readonly FieldNode[],
  live: Values,
  inputs: Values,
  fieldContext: FieldContext,
): Values => ({ ...live, ...walk(fields, [inputs, live], wireForm(fieldContext)) });

/** The wire form of what is declared, beside what is live where there is something. */
const wireForm =
  (fieldContext: FieldContext): Visit =>
  (node, [declared, live], inside) => {
    const isCleared = isAbsent(declared) && node.absent === "cleared" && !isEmpty(live);
    if (hasMembers(node, declared) || (isCleared && hasMembers(node, live)))
      return { ...(isValues(live) && live), ...(inside() as Values) };
    // An empty value clears the member whether the service replaces the entity or merges into it.
    if (isCleared) return node.item === undefined ? "" : [];
    if (hasItems(node, declared)) return inside();
    return typeof declared === "string" ? (node.write?.(declared, fieldContext) ?? declared) : (declared ?? undefined);
  };
