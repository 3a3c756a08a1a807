import { z } from "zod";

import { fieldWords, type FieldWords } from "./fields";
import { isValues, type Values } from "./plainValues";

/** A field as the lifecycle walks it: zod's wrappers opened, the words beside it. */
export interface FieldNode extends Omit<FieldWords, "replaces"> {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly required: boolean;
  readonly replaces: boolean;
  /** Filled in by check when the program leaves the field out. */
  readonly defaultValue?: unknown;
  /** Fields of an object. */
  readonly children?: readonly FieldNode[];
  /** The thing a list holds. */
  readonly item?: FieldNode;
}

/** The fields of a shape, in the order of their declaration. */
export function fieldTree(shape: z.ZodRawShape, inherited: Inherited = {}): readonly FieldNode[] {
  return Object.entries(shape).map(([name, schema]) => fieldNode(name, schema as z.ZodType, inherited));
}

/** The words of an object that hold for everything inside. */
type Inherited = Pick<FieldWords, "replaces" | "writeOnly">;

function fieldNode(name: string, schema: z.ZodType, inherited: Inherited): FieldNode {
  const own = fieldWords.get(schema) ?? {};
  if (schema instanceof z.ZodOptional) {
    const inner = fieldNode(name, schema.unwrap() as z.ZodType, inherited);
    return { ...inner, ...own, replaces: inner.replaces, required: false };
  }
  if (schema instanceof z.ZodDefault) {
    const inner = fieldNode(name, schema.unwrap() as z.ZodType, inherited);
    return { ...inner, required: false, defaultValue: schema.def.defaultValue };
  }
  const replaces = inherited.replaces === true || own.replaces === true;
  const writeOnly = (inherited.writeOnly === true && own.fixed !== true) || own.writeOnly === true;
  const inside = { replaces, writeOnly };
  const node = { ...own, name, schema, ...inside, required: true };
  if (schema instanceof z.ZodObject) return { ...node, children: fieldTree(schema.shape, inside) };
  if (schema instanceof z.ZodArray) return { ...node, item: fieldNode("item", schema.element as z.ZodType, inside) };
  return node;
}

/**
 * What becomes of a field. `values` has its value in each of the objects that are walked side by side. `inside` walks its members or
 * items.
 */
export type Visit = (node: FieldNode, values: readonly unknown[], inside: () => unknown, path: string) => unknown;

/** What `visit` returns for each field of the objects. A field without a result is left out. */
export function walk(fields: readonly FieldNode[], objects: readonly unknown[], visit: Visit, path = ""): Values {
  const result: Record<string, unknown> = {};
  for (const node of fields) {
    const values = objects.map((object) => (isValues(object) ? object[node.name] : undefined));
    const made = walkField(node, values, visit, path === "" ? node.name : `${path}.${node.name}`);
    if (made !== undefined) result[node.name] = made;
  }
  return result;
}

/** The same for one field. Only the first value of a list is walked. */
export function walkField(node: FieldNode, values: readonly unknown[], visit: Visit, path = node.name): unknown {
  const { children = [], item } = node;
  const [list] = values;
  const inside = (): unknown =>
    item !== undefined && Array.isArray(list)
      ? list.map((each, index) => walkField(item, [each], visit, `${path}[${index}]`))
      : walk(children, values, visit, path);
  return visit(node, values, inside, path);
}

/** Whether a value has members that are declared one by one. */
export const hasMembers = (node: FieldNode, value: unknown): value is Values =>
  node.children !== undefined && isValues(value);

/** Whether a value has items that are declared. */
export const hasItems = (node: FieldNode, value: unknown): boolean => node.item !== undefined && Array.isArray(value);
