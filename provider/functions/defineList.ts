import type { z } from "zod";

import type { Failure } from "../errors";
import { type FieldNode, fieldTree } from "../declare/fieldTree";
import type { Values } from "../declare/plainValues";

/** A search: a POST that only reads. */
export interface Search {
  readonly path: string;
  readonly body: Values;
  /** Arguments that the answer is filtered by already. */
  readonly answers: readonly string[];
}

/** The declaration of a function that reads a list from the API. */
export interface ListFunction {
  /** Name of the function in programs, and end of its token. It never changes. */
  readonly name: `get${string}`;
  readonly apiVersion: string;
  readonly path: (args: Values) => string;
  /** The group or environment of the list, such as `/environments/abc`. Empty for the tenant. */
  readonly scope: (args: Values) => string;
  /** Whether the arguments name a tenant, which must be the tenant of the call. */
  readonly namesTenant: (args: Values) => boolean;
  /** Failures of arguments in combination. */
  readonly refuse: (args: Values) => readonly Failure[];
  /** The search instead of the list. `undefined` for the list. */
  readonly search: (args: Values) => Search | undefined;
  /** Permission of the Power Platform API, as the contract's `x-permission` has it. */
  readonly permission: string;
  /** The members with the items in the plugin's answer. */
  readonly result: string;
  readonly args: readonly FieldNode[];
  /** Other members are passed on unchanged. */
  readonly item: readonly FieldNode[];
}

type Rules = Pick<ListFunction, "scope" | "namesTenant" | "refuse" | "search">;

type Declaration = Omit<ListFunction, "args" | "item" | "path" | keyof Rules> & {
  /**
   * What the question needs, and filters: an optional argument that is named as a member of an item keeps the items that
   * mean the same there. The API is asked for the whole list, since its own filters are not documented well enough.
   */
  readonly args: z.ZodRawShape;
  readonly item: z.ZodRawShape;
  readonly path: string | ((args: Values) => string);
} & Partial<Rules>;

/** A question about the whole tenant, asked by the list. */
const plainRules: Rules = {
  scope: () => "",
  namesTenant: () => false,
  refuse: () => [],
  search: () => undefined,
};

export function defineList({ args, item, path, ...rest }: Declaration): ListFunction {
  return {
    ...plainRules,
    ...rest,
    path: typeof path === "string" ? () => path : path,
    args: fieldTree(args),
    item: fieldTree(item),
  };
}
