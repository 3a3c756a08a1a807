import type { z } from "zod";

import { type FieldNode, fieldTree } from "./fieldTree";
import { refusePlaceholder } from "./placeholder";
import { isValues, type Values } from "./plainValues";
import { programFields, settingProgramFields } from "./programFields";

/** The object that a collection belongs to. */
export interface Parent {
  readonly kind: string;
  readonly id: string;
  /** Path of the list that shows all objects of this kind. */
  readonly collection: string;
}

/** Where an object lives, read off its Pulumi id. */
export interface Place {
  /** Path of the list that holds the object; of a setting its own path. */
  readonly collection: string;
  /** The id in the service's own words. */
  readonly wireId: string;
  /** The collection is deleted when its parent is. Absent: it belongs to the tenant. */
  readonly parent?: Parent;
  /** Where a role has to be to reach it, such as `/environments/abc`. Absent: the tenant. */
  readonly scope?: string;
  /** Only an id that spells out its tenant has one. */
  readonly tenantId?: string;
}

/** A place of which the id is not known yet. */
export type NewPlace = Omit<Place, "wireId">;

/** How Pulumi ids and routes follow from each other. */
export interface Address {
  /** The place of an object that does not exist yet. */
  readonly of: (inputs: Values) => NewPlace;
  readonly id: (inputs: Values, wireId: string) => string;
  /** Throws a ValidationError that says what an id looks like. */
  readonly parse: (id: string) => Place;
}

/** What to do about a code of the service, from inputs or outputs. */
export type CodeAdvice = Readonly<Record<string, string | ((values: Values, callerId?: string) => string)>>;

/** What all shapes say of a kind of resource. */
interface CommonDefinition {
  /** Name of the class and end of the type token; a contract with every state file, kept for ever. */
  readonly kind: string;
  readonly apiVersion: string;
  readonly fields: readonly FieldNode[];
  /** What the service adds, as outputs. */
  readonly outputs: readonly FieldNode[];
  /** Inputs that tell the provider what to do and are no part of the object. */
  readonly programFields: readonly FieldNode[];
  readonly address: Address;
  /** Member of the wire object that holds its id. */
  readonly wireId: string;
  /** Title of one object in messages, from inputs or outputs. */
  readonly title: (values: Values) => string;
  /** Fields that tell whether an existing object is the declared one. */
  readonly naturalKey: readonly string[];
  /** False for a live object that only looks like the declared one. Default: every object is comparable. */
  readonly isComparable?: (live: Values) => boolean;
  /** The id is the natural key, or the service keeps it unique: the old object is deleted before the new one is made. */
  readonly deleteBeforeReplace?: boolean;
  /** Codes by which the routes of an object say that it does not exist. A 404 with another code, or with none, proves nothing. */
  readonly missing?: readonly string[];
  /** Codes that say that the parent of the collection does not exist. */
  readonly parentMissing?: readonly string[];
  /** Refusals of a create that end by themselves: nothing was made, asking again is safe. */
  readonly waitsFor?: readonly string[];
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

/** Made by POST, deleted by DELETE, changed by PUT or never. */
export interface CollectionDefinition extends CommonDefinition {
  readonly shape: "collection";
  /** Member of the wire object that holds when the service made it. */
  readonly createdAt: string;
  /** Path of the member that holds the object id of who made it. */
  readonly createdBy: string;
  /** How one object is read: by its own route, or (where the API has none) by listing its collection. */
  readonly readBy: "id" | "listing";
  /** Absent where the API cannot update: then every field replaces. */
  readonly update?: {
    /** Members of the PUT body; "entity" sends the whole live object back, changed, without `except`. */
    readonly sends: readonly string[] | "entity";
    readonly except?: readonly string[];
  };
  /** A member that is final only when it holds one of these values. */
  readonly settles?: { readonly field: string; readonly done: readonly string[] };
  /** What keeps an object from being deleted (409): members of another list that point at it. */
  readonly heldBy?: {
    readonly one: string;
    readonly many: string;
    readonly list: string;
    readonly pointer: string;
    readonly name: string;
    readonly advice: string;
  };
}

/** A call that adds or removes a member. */
export interface LinkCall {
  /** Last segment of the route, below the collection. */
  readonly route: string;
  readonly body: (wireId: string) => Values;
}

/** Two objects that belong together: added and removed, never changed. Its id is its natural key. */
export interface LinkDefinition extends CommonDefinition {
  readonly shape: "link";
  readonly readBy: "id" | "listing";
  readonly add: LinkCall;
  readonly remove: LinkCall;
}

/** What exists with its parent: adopted, changed, and put back or left. */
export interface SettingDefinition extends CommonDefinition {
  readonly shape: "setting";
  /** Member of the answer that holds the object, alone or as the one item of a list. */
  readonly entity: string;
  /** The name that the service writes; it is read in any case. */
  readonly wireName: (name: string) => string;
}

/** Everything the lifecycle knows of one kind of resource. */
export type ResourceDefinition = CollectionDefinition | LinkDefinition | SettingDefinition;

/** A definition together with the shapes its TypeScript types are inferred from. */
export type Resource<I extends z.ZodRawShape, O extends z.ZodRawShape, D = ResourceDefinition> = D & {
  readonly inputShape: I;
  readonly outputShape: O;
};

type Declaration<D, I, O> = Omit<D, "shape" | "fields" | "outputs" | "programFields"> & {
  readonly fields: I;
  readonly outputs: O;
};

/** Turns declarations of one shape into what the lifecycle walks. */
const shaped =
  <D extends ResourceDefinition>(ofShape: Pick<D, "shape" | "programFields" | "deleteBeforeReplace">) =>
  <I extends z.ZodRawShape, O extends z.ZodRawShape>(
    declaration: Declaration<D, I, O>,
  ): Resource<I, O, D> => {
    const { fields, outputs, address, kind } = declaration;
    const parse = (id: string): Place => {
      refusePlaceholder(kind, id);
      return address.parse(id);
    };
    const definition: unknown = {
      ...ofShape,
      ...declaration,
      address: { ...address, parse },
      fields: fieldTree(fields),
      outputs: fieldTree(outputs),
      inputShape: fields,
      outputShape: outputs,
    };
    return definition as Resource<I, O, D>;
  };

/** Declares a kind whose objects are made, listed and deleted in a collection. */
export const defineCollection = shaped<CollectionDefinition>({ shape: "collection", programFields });

/** Declares a kind that links two objects. */
export const defineLink = shaped<LinkDefinition>({ shape: "link", programFields, deleteBeforeReplace: true });

/** Declares a kind of settings. */
export const defineSetting = shaped<SettingDefinition>({
  shape: "setting",
  programFields: settingProgramFields,
  deleteBeforeReplace: true,
});

/** What a program writes, defaults still optional. */
export type InputsOf<R> =
  R extends Resource<infer I, z.ZodRawShape, unknown> ? z.input<z.ZodObject<I>> : never;

/** What state records: the inputs and what the service adds. */
export type OutputsOf<R> =
  R extends Resource<infer I, infer O, unknown> ? z.output<z.ZodObject<I>> & z.output<z.ZodObject<O>> : never;

/** The address of a kind that has one collection in a tenant: the Pulumi id is the service's. Its path is understood too. */
export const inCollection = (collection: string): Address => ({
  of: () => ({ collection }),
  id: (_inputs, wireId) => wireId,
  parse: (id) => {
    const isPath = id.toLowerCase().startsWith(`${collection.toLowerCase()}/`);
    return { collection, wireId: isPath ? id.slice(collection.length + 1) : id };
  },
});

/** The service's id of a live object; `undefined` for what has none. */
export const wireIdOf = (
  { wireId }: Pick<ResourceDefinition, "wireId">,
  live: unknown,
): string | undefined => {
  const id = isValues(live) ? live[wireId] : undefined;
  return typeof id === "string" && id !== "" ? id : undefined;
};

/** The Pulumi id of a live object; `values` say which collection it is in. */
export const idOfLive = (definition: ResourceDefinition, values: Values, live: Values): string =>
  definition.address.id(values, wireIdOf(definition, live) ?? "");
