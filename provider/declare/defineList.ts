import type { z } from "zod";

import { type FieldNode, fieldTree } from "./fieldTree";
import type { Values } from "./plainValues";

/** A read-only question to the API that answers with a list, as data. */
export interface ListFunction {
  /** Name of the function in programs; end of its token, kept for ever. */
  readonly name: `get${string}`;
  readonly apiVersion: string;
  readonly path: (args: Values) => string;
  /** The group or environment that is asked about, such as `/environments/abc`; empty for the tenant. */
  readonly scope: (args: Values) => string;
  /** Permission of the Power Platform API, as the contract's `x-permission` has it. */
  readonly permission: string;
  /** Members that the answer of the plugin has the items under. */
  readonly result: string;
  readonly args: readonly FieldNode[];
  /** Members beside these are passed on as they come. */
  readonly item: readonly FieldNode[];
}

/** A function together with the shapes its TypeScript types are inferred from. */
export interface Listing<A extends z.ZodRawShape, I extends z.ZodRawShape> extends ListFunction {
  readonly argsShape: A;
  readonly itemShape: I;
}

type Declaration<A, I> = Omit<ListFunction, "args" | "item" | "path" | "scope"> & {
  /**
   * What the path needs, and filters: an optional argument that is named as a member of an item keeps the items that mean
   * the same there. The API is asked for the whole list, since its own filters are not documented well enough.
   */
  readonly args: A;
  readonly item: I;
  readonly path: string | ((args: Values) => string);
  /** @default the tenant */
  readonly scope?: (args: Values) => string;
};

export function defineList<A extends z.ZodRawShape, I extends z.ZodRawShape>(
  declaration: Declaration<A, I>,
): Listing<A, I> {
  const { args, item, path, scope = () => "", ...rest } = declaration;
  return {
    ...rest,
    path: typeof path === "string" ? () => path : path,
    scope,
    argsShape: args,
    itemShape: item,
    args: fieldTree(args),
    item: fieldTree(item),
  };
}

/** What a program passes. */
export type ArgsOf<F> = F extends Listing<infer A, z.ZodRawShape> ? z.input<z.ZodObject<A>> : never;

/** One thing of the answer. */
export type ItemOf<F> = F extends Listing<z.ZodRawShape, infer I> ? z.output<z.ZodObject<I>> : never;
