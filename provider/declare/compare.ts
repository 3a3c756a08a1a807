import { type FieldNode, hasItems, hasMembers, type Visit, walk, walkField } from "./fieldTree";
import { containsUnknown, isAbsent, isEmpty, isValues, type Values } from "./plainValues";

/** A declared field with a different live value. */
export interface Change {
  /** Path of the property, such as `billingInstrument.resourceGroup`. */
  readonly path: string;
  readonly node: FieldNode;
  readonly live: unknown;
  readonly declared: unknown;
  readonly replaces: boolean;
}

/**
 * The changes from the live object to the declared one. Compares declared fields only, so what the service adds is never a
 * change. An unknown value is a change, because it may differ. What the API cannot change is left out (`unchangeable`).
 */
export function compare(fields: readonly FieldNode[], live: Values, declared: Values): Change[] {
  const changes: Change[] = [];
  walk(fields, [live, declared], (node, [before, after], inside, path) => {
    if (isAbsent(after) && node.absent === "computed") return undefined;
    if (node.children !== undefined && (isAbsent(after) || isValues(after))) return inside();
    if (isUnchangeable(node)) return undefined;
    const isEqual = isAbsent(after) ? isEmpty(before) : !containsUnknown(after) && isSame(node, before, after);
    if (!isEqual) changes.push({ path, node, live: before, declared: after, replaces: node.replaces });
    return undefined;
  });
  return changes;
}

/** Whether the API takes a value at creation only. */
export const isUnchangeable = ({ fixed, writeOnly }: FieldNode): boolean => fixed === true || writeOnly === true;

/** Whether two values mean the same to the service. */
export const isSame = (node: FieldNode, a: unknown, b: unknown): boolean =>
  a === b || (node.json?.(a, b) ?? canonicalText(node, a) === canonicalText(node, b));

const canonicalText = (node: FieldNode, value: unknown): string | undefined =>
  JSON.stringify(walkField(node, [value], canonicalForm));

/** The form in which values are compared: spelling folded, undeclared members dropped, unordered lists as sorted texts. */
export const canonicalForm: Visit = (node, [value], inside) => {
  if (isEmpty(value)) return undefined;
  if (hasMembers(node, value)) return inside();
  if (hasItems(node, value)) return node.unordered === true ? texts(inside()).sort() : inside();
  return typeof value === "string" ? composed(node.canonical?.(composed(value)) ?? value) : value;
};

/** "é" is one character or two, and both look the same. Files, keyboards and browsers differ. */
const composed = (value: string): string => value.normalize("NFC");

const texts = (items: unknown): string[] => (items as unknown[]).map((item) => JSON.stringify(item));
