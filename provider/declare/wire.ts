import type { FieldContext } from "./fields";
import type { FieldNode } from "./fieldTree";
import { isEmpty, isValues, type Values } from "./plainValues";

/** The declared fields in the form that the service takes; what the program left out is left out. */
export function toWire(fields: readonly FieldNode[], inputs: Values, fieldContext: FieldContext): Values {
  const entries = fields.map((node) => [node.name, wireValue(node, inputs[node.name], fieldContext)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function wireValue(node: FieldNode, value: unknown, fieldContext: FieldContext): unknown {
  if (value === undefined || value === null) return undefined;
  if (node.children !== undefined && isValues(value)) return toWire(node.children, value, fieldContext);
  if (node.item !== undefined && Array.isArray(value)) {
    const item = node.item;
    return value.map((each) => wireValue(item, each, fieldContext));
  }
  return typeof value === "string" && node.write !== undefined ? node.write(value, fieldContext) : value;
}

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
  const result: Record<string, unknown> = { ...live };
  for (const node of fields) {
    const declared = inputs[node.name];
    const current = live[node.name];
    if (node.children !== undefined && (isValues(declared) || (node.absent === "cleared" && isValues(current)))) {
      const inside = isValues(declared) ? declared : {};
      result[node.name] = overlay(node.children, isValues(current) ? current : {}, inside, fieldContext);
    } else if (declared !== undefined && declared !== null) {
      result[node.name] = wireValue(node, declared, fieldContext);
    } else if (node.absent === "cleared" && !isEmpty(current)) {
      // An empty value clears the member whether the service replaces the entity or merges into it.
      result[node.name] = node.item === undefined ? "" : [];
    }
  }
  return result;
}
