import type { z } from "zod";

import { type FieldNode, fieldTree } from "./fieldTree";
import { refusePlaceholder } from "./placeholder";
import type { Values } from "./plainValues";

/** Where an object lives, read off its Pulumi id. */
export interface Place {
  /** Path of the list that holds the object; POST creates there. */
  readonly collection: string;
  /** The id in the service's own words. */
  readonly wireId: string;
  /**
   * The group or environment that the collection belongs to, such as `/environments/abc`; the collection is gone when it
   * is. Absent: the tenant.
   */
  readonly scope?: string;
  /** Only an id that spells out its tenant has one. */
  readonly tenantId?: string;
}

/** What to do about a code of the service, from inputs or outputs. */
export type CodeAdvice = Readonly<Record<string, string | ((values: Values, callerId?: string) => string)>>;

/** How Pulumi ids and routes follow from each other. */
export interface Address {
  /** The place of an object that does not exist yet. */
  readonly of: (inputs: Values) => Omit<Place, "wireId">;
  readonly id: (inputs: Values, wireId: string) => string;
  /** Throws a ValidationError that says what an id looks like. */
  readonly parse: (id: string) => Place;
}

/** Everything the lifecycle knows of one kind of resource. */
export interface ResourceDefinition {
  /** Name of the class and end of the type token; a contract with every state file, kept for ever. */
  readonly kind: string;
  readonly apiVersion: string;
  readonly fields: readonly FieldNode[];
  /** What the service adds, as outputs. */
  readonly outputs: readonly FieldNode[];
  readonly address: Address;
  /** Member of the wire object that holds its id. */
  readonly wireId: string;
  /** Member of the wire object that holds when the service made it. */
  readonly createdAt: string;
  /** Title of one object in messages, from inputs or outputs. */
  readonly title: (values: Values) => string;
  /** How one object is read: by its own route, or (where the API has none) by listing its collection. */
  readonly readBy: "id" | "listing";
  /** Fields that tell whether an existing object is the declared one. */
  readonly naturalKey: readonly string[];
  /** False for a live object that only looks like the declared one. Default: every object is comparable. */
  readonly isComparable?: (live: Values) => boolean;
  /** Absent where the API cannot update: then every field replaces. */
  readonly update?: {
    /** Members of the PUT body; "entity" sends the whole live object back, changed, without `except`. */
    readonly sends: readonly string[] | "entity";
    readonly except?: readonly string[];
  };
  /** A member that is final only when it holds one of these values. */
  readonly settles?: { readonly field: string; readonly done: readonly string[] };
  /** Refusals of a create that end by themselves: nothing was made, asking again is safe. */
  readonly waitsFor?: readonly string[];
  /** Codes that say that the parent of the collection does not exist. */
  readonly parentGone?: readonly string[];
  /** The object that the collection belongs to, where that is a resource of its own. */
  readonly parent?: (inputs: Values) => { readonly kind: string; readonly id: string } | undefined;
  /** What keeps an object from being deleted (409): members of another list that point at it. */
  readonly heldBy?: {
    readonly one: string;
    readonly many: string;
    readonly list: string;
    readonly pointer: string;
    readonly name: string;
    readonly advice: string;
  };
  /** What a 403 may mean beside a missing role. */
  readonly forbiddenHint?: string;
  /** What to do about codes of the service. */
  readonly codeAdvice?: CodeAdvice;
  /** Permissions of the Power Platform API, as the contract's `x-permission` has them. */
  readonly permissions: {
    readonly read: string;
    /** To create, update and delete. */
    readonly write: string;
    /** What roles name the permission to delete, where that is another (`x-rbac-action`). */
    readonly deleteInRoles?: string;
  };
}

/** A definition together with the shapes its TypeScript types are inferred from. */
export interface Resource<I extends z.ZodRawShape, O extends z.ZodRawShape> extends ResourceDefinition {
  readonly inputShape: I;
  readonly outputShape: O;
}

type Declaration<I, O> = Omit<ResourceDefinition, "fields" | "outputs"> & {
  readonly fields: I;
  readonly outputs: O;
};

/** Turns a declaration into what the lifecycle walks. */
export function defineResource<I extends z.ZodRawShape, O extends z.ZodRawShape>(
  declaration: Declaration<I, O>,
): Resource<I, O> {
  const { fields, outputs, address, ...rest } = declaration;
  return {
    ...rest,
    address: {
      ...address,
      parse: (id) => {
        refusePlaceholder(rest.kind, id);
        return address.parse(id);
      },
    },
    inputShape: fields,
    outputShape: outputs,
    fields: fieldTree(fields),
    outputs: fieldTree(outputs),
  };
}

/** What a program writes, defaults still optional. */
export type InputsOf<R> = R extends Resource<infer I, z.ZodRawShape> ? z.input<z.ZodObject<I>> : never;

/** What state records: the inputs and what the service adds. */
export type OutputsOf<R> =
  R extends Resource<infer I, infer O> ? z.output<z.ZodObject<I>> & z.output<z.ZodObject<O>> : never;

/** The address of a kind that has one collection in a tenant: the Pulumi id is the service's. Its path is understood too. */
export const inCollection = (collection: string): Address => ({
  of: () => ({ collection }),
  id: (_inputs, wireId) => wireId,
  parse: (id) => {
    const isPath = id.toLowerCase().startsWith(`${collection.toLowerCase()}/`);
    return { collection, wireId: isPath ? id.slice(collection.length + 1) : id };
  },
});
