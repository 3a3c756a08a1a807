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

/** The declaration of a function that asks the API for a list or for one object. */
export interface FunctionDefinition {
  /** Name of the function in programs, and end of its token. It never changes. */
  readonly name: `get${string}`;
  readonly apiVersion: string;
  readonly path: (args: Values) => string;
  /** Query of the request beside the api-version; what is undefined is left out. */
  readonly query: (args: Values) => Readonly<Record<string, unknown>>;
  /** The group or environment that is asked about, such as `/environments/abc`. Empty for the tenant. */
  readonly scope: (args: Values) => string;
  /** Whether the arguments name a tenant, which must be the tenant of the call. */
  readonly namesTenant: (args: Values) => boolean;
  /** Failures of arguments in combination. */
  readonly refuse: (args: Values) => readonly Failure[];
  /** The search instead of the list. `undefined` for the list. */
  readonly search: (args: Values) => Search | undefined;
  /** The object in the body of an answer. `undefined` where the body holds none. */
  readonly of: (body: Values) => unknown;
  /** `{}` is the empty list, as of the older rule sets. @default false */
  readonly isEmptyObjectEmpty?: boolean;
  /** Permission of the Power Platform API, as the contract's `x-permission` has it. Absent if none is published. */
  readonly permission?: string;
  /** The permission in roles, if it has another name, as the catalogue of permissions has it. */
  readonly permissionInRoles?: string;
  /** The member with the items in the plugin's answer. Absent where one object is answered: its members are the answer. */
  readonly result?: string;
  readonly args: readonly FieldNode[];
  /** Members of an item or of the object. Others are passed on unchanged. */
  readonly item: readonly FieldNode[];
  /** What was declared as the item, for another declaration that has its members too. */
  readonly itemShape: z.ZodRawShape;
}

export type ListFunction = FunctionDefinition & { readonly result: string };

type Rules = Pick<FunctionDefinition, "query" | "scope" | "namesTenant" | "refuse" | "search" | "of">;

type Declaration<Answer> = Omit<FunctionDefinition, "args" | "item" | "itemShape" | "path" | "result" | keyof Rules> & {
  /**
   * What the question needs, and filters: an optional argument that is named as a member of an item keeps the items that
   * mean the same there. The API is asked for the whole list, since its own filters are not documented well enough.
   */
  readonly args: z.ZodRawShape;
  readonly item: z.ZodRawShape;
  /**
   * The route as the contract has it. Arguments in braces are filled in, in the service's form; an environment or a group among
   * them is the scope.
   */
  readonly path: string | ((args: Values) => string);
} & Partial<Rules> &
  Answer;

/** A question about the whole tenant, asked by GET. */
const plainRules: Omit<Rules, "scope"> = {
  query: () => ({}),
  namesTenant: () => false,
  refuse: () => [],
  search: () => undefined,
  of: (body) => body,
};

/** The path of a route with its arguments in it, and the environment or the group that it is about. */
function routed(
  route: (args: Values) => string,
  nodes: readonly FieldNode[],
): Pick<FunctionDefinition, "path" | "scope"> {
  const fill = (template: string, args: Values, spell: (value: string) => string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const { write = (value: string) => value } = nodes.find((node) => node.name === name) ?? {};
      return spell(write(String(args[name]), {}));
    });
  return {
    path: (args) => fill(route(args), args, encodeURIComponent),
    scope: (args) => {
      const [place = ""] = /\/environment(?:s|Groups)\/\{\w+\}/.exec(route(args)) ?? [];
      return fill(place, args, (value) => value);
    },
  };
}

const define = <Answer>({ args, item, path, ...rest }: Declaration<Answer>) => ({
  ...plainRules,
  ...routed(typeof path === "string" ? () => path : path, fieldTree(args)),
  ...rest,
  args: fieldTree(args),
  item: fieldTree(item),
  itemShape: item,
});

/** A function that reads a list, every page of it. */
export const defineList = (declaration: Declaration<Pick<ListFunction, "result">>): ListFunction => define(declaration);

/** A function that reads one object. A missing one is an error. */
export const defineObject = (declaration: Declaration<object>): FunctionDefinition => define(declaration);
