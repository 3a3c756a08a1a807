import { z } from "zod";

import { fieldWords, type FieldWords } from "./fields";

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
export function fieldTree(shape: z.ZodRawShape, replaces = false): readonly FieldNode[] {
  return Object.entries(shape).map(([name, schema]) => fieldNode(name, schema as z.ZodType, replaces));
}

function fieldNode(name: string, schema: z.ZodType, inherited: boolean): FieldNode {
  const own = fieldWords.get(schema) ?? {};
  if (schema instanceof z.ZodOptional) {
    const inner = fieldNode(name, schema.unwrap() as z.ZodType, inherited);
    return { ...inner, ...own, replaces: inner.replaces, required: false };
  }
  if (schema instanceof z.ZodDefault) {
    const inner = fieldNode(name, schema.unwrap() as z.ZodType, inherited);
    return { ...inner, required: false, defaultValue: schema.def.defaultValue };
  }
  const replaces = inherited || own.replaces === true;
  const node = { ...own, name, schema, replaces, required: true };
  if (schema instanceof z.ZodObject) return { ...node, children: fieldTree(schema.shape, replaces) };
  if (schema instanceof z.ZodArray) return { ...node, item: fieldNode("item", schema.element as z.ZodType, replaces) };
  return node;
}
