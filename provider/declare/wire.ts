import type { FieldContext } from "./fields";
import { type FieldNode, hasItems, hasMembers, type Visit, walk, walkField } from "./fieldTree";
import { isAbsent, isEmpty, isValues, type Values } from "./plainValues";

/** The declared fields in the form that the service takes; what the program left out is left out. */
export const toWire = (fields: readonly FieldNode[], inputs: Values, fieldContext: FieldContext): Values =>
  walk(fields, [inputs], wireForm(fieldContext));

const wireForm =
  (fieldContext: FieldContext): Visit =>
  (node, [value], inside) => {
    if (isAbsent(value)) return undefined;
    if (hasMembers(node, value) || hasItems(node, value)) return inside();
    return typeof value === "string" && node.write !== undefined ? node.write(value, fieldContext) : value;
  };

/**
 * The members of `live` with the declared fields laid over them, and managed fields that the program left out emptied.
 * Members that the program does not know stay as they are; a list is replaced as a whole.
 */
export function overlay(
  fields: readonly FieldNode[],
  live: Values,
  inputs: Values,
  fieldContext: FieldContext,
): Values {
  const form = wireForm(fieldContext);
  const over = (current: unknown, changes: unknown): Values => ({
    ...(isValues(current) && current),
    ...(changes as Values),
  });
  const changes = walk(fields, [inputs, live], (node, [declared, current], inside) => {
    const isCleared = node.absent === "cleared" && !isEmpty(current);
    if (hasMembers(node, declared) || (isCleared && hasMembers(node, current))) return over(current, inside());
    if (!isAbsent(declared)) return walkField(node, [declared], form);
    // An empty value clears the member whether the service replaces the entity or merges into it.
    return isCleared ? (node.item === undefined ? "" : []) : undefined;
  });
  return over(live, changes);
}
