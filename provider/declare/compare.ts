import type { FieldNode } from "./fieldTree";
import { containsUnknown, isEmpty, isValues, type Values } from "./plainValues";

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
 * change. An unknown value is a change, because it may differ.
 */
export function compare(fields: readonly FieldNode[], live: Values, declared: Values, path = ""): Change[] {
  return fields.flatMap((node) =>
    compareField(node, live[node.name], declared[node.name], path === "" ? node.name : `${path}.${node.name}`),
  );
}

function compareField(node: FieldNode, live: unknown, declared: unknown, path: string): Change[] {
  const change: Change = { path, node, live, declared, replaces: node.replaces };
  const isAbsent = declared === undefined || declared === null;
  if (isAbsent && node.absent === "computed") return [];
  if (node.children !== undefined && (isAbsent || isValues(declared))) {
    return compare(node.children, isValues(live) ? live : {}, isAbsent ? {} : declared, path);
  }
  if (isAbsent) return isEmpty(live) ? [] : [change];
  if (containsUnknown(declared)) return [change];
  return isSame(node, live, declared) ? [] : [change];
}

/** The value in the form in which it is compared: spelling folded, undeclared members dropped, unordered lists sorted. */
export function canonicalForm(node: FieldNode, value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (node.children !== undefined && isValues(value)) {
    const entries = node.children.map((child) => [child.name, canonicalForm(child, value[child.name])] as const);
    return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
  }
  if (node.item !== undefined && Array.isArray(value)) {
    const item = node.item;
    const items = value.map((each) => canonicalForm(item, each));
    return node.unordered === true ? sortByText(items) : items;
  }
  return typeof value === "string" ? composed(node.canonical?.(composed(value)) ?? value) : value;
}

/** "é" is one character or two, and both look the same. Files, keyboards and browsers differ. */
const composed = (value: string): string => value.normalize("NFC");

const sortByText = (items: readonly unknown[]): unknown[] =>
  items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);

/** Whether two values mean the same to the service. */
export const isSame = (node: FieldNode, a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(canonicalForm(node, a)) === JSON.stringify(canonicalForm(node, b));
