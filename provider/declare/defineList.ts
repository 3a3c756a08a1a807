import type { z } from "zod";

import type { CheckFailure } from "./check";
import { type FieldNode, fieldTree } from "./fieldTree";
import type { Values } from "./plainValues";

/** A question that is asked by a POST that only reads. */
export interface Search {
  readonly path: string;
  readonly body: Values;
  /** Arguments that the answer is filtered by already. */
  readonly answers: readonly string[];
}

/** A read-only question to the API that answers with a list, as data. */
export interface ListFunction {
  /** Name of the function in programs; end of its token, kept for ever. */
  readonly name: `get${string}`;
  readonly apiVersion: string;
  readonly path: (args: Values) => string;
  /** The group or environment that is asked about, such as `/environments/abc`; empty for the tenant. */
  readonly scope: (args: Values) => string;
  /** Whether the arguments name a tenant, which then has to be the one that is asked. */
  readonly namesTenant: (args: Values) => boolean;
  /** What is wrong with arguments that are valid each by itself. */
  readonly refuse: (args: Values) => readonly CheckFailure[];
  /** The search that is asked in place of the list; `undefined` for the list. */
  readonly search: (args: Values) => Search | undefined;
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

type Rules = Pick<ListFunction, "scope" | "namesTenant" | "refuse" | "search">;

type Declaration<A, I> = Omit<ListFunction, "args" | "item" | "path" | keyof Rules> & {
  /**
   * What the question needs, and filters: an optional argument that is named as a member of an item keeps the items that
   * mean the same there. The API is asked for the whole list, since its own filters are not documented well enough.
   */
  readonly args: A;
  readonly item: I;
  readonly path: string | ((args: Values) => string);
} & Partial<Rules>;

/** A question about the whole tenant, asked by the list. */
const plainRules: Rules = {
  scope: () => "",
  namesTenant: () => false,
  refuse: () => [],
  search: () => undefined,
};

export function defineList<A extends z.ZodRawShape, I extends z.ZodRawShape>(
  declaration: Declaration<A, I>,
): Listing<A, I> {
  const { args, item, path, ...rest } = declaration;
  return {
    ...plainRules,
    ...rest,
    path: typeof path === "string" ? () => path : path,
    argsShape: args,
    itemShape: item,
    args: fieldTree(args),
    item: fieldTree(item),
  };
}
