import type { z } from "zod";

import type { Call } from "./call";
import type { Expectation, TenantView } from "./expectation";
import { type FieldNode, fieldTree } from "./fieldTree";
import type { Address, NewPlace, Place } from "./place";
import type { Failure } from "../errors";
import { refusePlaceholder } from "./placeholder";
import type { Values } from "./plainValues";
import { programFields, settingProgramFields } from "./programFields";

/** Query parameters by name. */
type Query = Readonly<Record<string, string>>;

/** Advice for a code of the service, from inputs or outputs. */
export type CodeAdvice = Readonly<Record<string, string | ((values: Values, callerId?: string) => string)>>;

/** The declaration of a kind, for every shape. */
interface CommonDefinition {
  /** Name of the class and end of the type token. It is in every state file and never changes. */
  readonly kind: string;
  readonly apiVersion: string;
  readonly fields: readonly FieldNode[];
  /** Outputs that the service adds. */
  readonly outputs: readonly FieldNode[];
  /** What `fields` and `outputs` were declared as. */
  readonly inputShape: z.ZodRawShape;
  readonly outputShape: z.ZodRawShape;
  /** Inputs for the provider that are not part of the object. */
  readonly programFields: readonly FieldNode[];
  readonly address: Address;
  /**
   * The environment whose operations change objects of this kind: its operation list shows them, and they take turns.
   * Absent: a change is done when it is answered, or the answer says where its operation is.
   */
  readonly environmentOf?: (place: Place) => string;
  /** What takes one change at a time besides the object itself, such as `group {id}`. Default: nothing. */
  readonly turnsOf?: (place: Place) => readonly string[];
  /** Member of the wire object that holds its id. */
  readonly wireId: string;
  /**
   * The object is a member of the items of its collection, such as the group of an environment: reads it off an item, with its id
   * under `wireId`. `undefined`: the item has none. Default: the item is the object.
   */
  readonly ofItem?: (item: Values, place: NewPlace) => Values | undefined;
  /** The live object under the names of the inputs, from an item of its collection, or from one that has them. Default: as it comes. */
  readonly named?: (item: Values, place: NewPlace) => Values;
  /** Query of the list, and of the route of one object, beside the version. */
  readonly queries?: { readonly list?: Query; readonly item?: Query };
  /** An answer `{}` is the empty list. Elsewhere it says nothing. */
  readonly isEmptyObjectEmpty?: boolean;
  /** Route of one object. Default: below its collection. */
  readonly itemPath?: (place: Place) => string;
  /** Conditions that have to hold for the service to make the object. */
  readonly expects?: readonly Expectation[];
  /** Inputs, one of which a resource has, that name what at most one resource of the kind is for. */
  readonly oneFor?: readonly string[];
  /** What is dangerous in such inputs, a sentence each: a warning beside the preview and the update. */
  readonly warnings?: (inputs: Values) => readonly string[];
  /** Title of one object in messages, from inputs or outputs. */
  readonly title: (values: Values) => string;
  /** Fields that tell whether an existing object is the declared one. */
  readonly naturalKey: readonly string[];
  /** Path of a field that the service keeps unique. Where it is declared, it alone is the natural key. */
  readonly uniqueKey?: string;
  /** False for a live object that only looks like the declared one. Default: every object is comparable. */
  readonly isComparable?: (live: Values) => boolean;
  /** The id is the natural key, or the service keeps it unique: the old object is deleted before the new one is created. */
  readonly deleteBeforeReplace?: boolean;
  /** Codes by which the routes of an object say that it does not exist. A 404 with another code, or with none, proves nothing. */
  readonly missing?: readonly string[];
  /** Codes that say that the parent of the collection does not exist. */
  readonly parentMissing?: readonly string[];
  /** Temporary refusals of a create: nothing was created, and a retry is safe. */
  readonly waitsFor?: readonly string[];
  /** Rules between several inputs, which may be unknown. Default: none. */
  readonly rules?: (inputs: Values) => readonly Failure[];
  /**
   * Why the service would refuse these values for certain, from what is live: a preview fails with it, and nothing is sent.
   * The live object has all that its place shows. Default: nothing is known before.
   */
  readonly refuses?: (live: Values, wanted: Values) => string | undefined;
  /** Other causes of a 403 than a missing role. */
  readonly forbiddenHint?: string;
  /** Advice for codes of the service. */
  readonly codeAdvice?: CodeAdvice;
  /** Permissions of the Power Platform API, as the contract's `x-permission` has them. */
  readonly permissions: {
    /** Absent if none is published. */
    readonly read?: string;
    /** To create, update and delete. Absent if none is published. */
    readonly write?: string;
    /** The permission to change in roles, if it has another name (`x-rbac-action`). */
    readonly writeInRoles?: string;
    /** The same to delete. */
    readonly deleteInRoles?: string;
  };
}

/** Created by POST, deleted by DELETE, changed by PUT, by a call for a field, or never. */
export interface CollectionDefinition extends CommonDefinition {
  readonly shape: "collection";
  /** Where objects are created, if not in the collection. The answer may be an operation, or nothing but 202. */
  readonly create?: {
    readonly path: string;
    /** The body, from the fields in the form of the service. Default: the fields. */
    readonly body?: (wire: Values, inputs: Values) => Values;
    /** The id of the new object in an answer that does not hold the object. */
    readonly idIn: (body: unknown) => string | undefined;
  };
  /** Fields that are changed by a call of their own, by name. Its `values` are the inputs. */
  readonly changes?: Readonly<Record<string, Call>>;
  /** Whether a text can be an id. Default: GUIDs. */
  readonly isId?: (wireId: string) => boolean;
  /**
   * Why an object must not be deleted, and what to write. `undefined` where it may.
   * @param isReplaced the program lets a new object take its place
   */
  readonly keeps?: (place: Place, outputs: Values, isReplaced: boolean) => string | undefined;
  /** For a deleted object that the service still shows: how it can be recovered. */
  readonly recovery?: (live: Values) => string | undefined;
  /** Member of the wire object with the time of its creation. */
  readonly createdAt: string;
  /** Output with the time at which the object goes by itself. Then it stays in state and is not made again. */
  readonly expiresAt?: string;
  /** Path of the member with the object id of the creator. */
  readonly createdBy: string;
  /**
   * How one object is read: by its own route, or (where the API has none) by listing its collection. "route" never takes it from a
   * list, which does not show all of it.
   */
  readonly readBy: "id" | "listing" | "route";
  /** The body of a create or change, from values under the names of the inputs. Default: as they are. */
  readonly body?: (values: Values) => Values;
  /** Absent where the API cannot update: then every field replaces. */
  readonly update?: {
    /** Members of the PUT body. "entity" sends the whole live object with the changes, without `except`. */
    readonly sends: readonly string[] | "entity";
    readonly except?: readonly string[];
    /** A call that has to come first, with the live object as its `values`. `undefined`: none. */
    readonly before?: (live: Values, inputs: Values) => Call | undefined;
  };
  /** A member that shows whether the object is final. */
  readonly settles?: { readonly field: string; readonly isFinal: (live: Values, inputs: Values) => boolean };
  /** The objects of another list that prevent a delete (409), because they refer to it. */
  readonly heldBy?: {
    readonly one: string;
    readonly many: string;
    readonly list: string;
    readonly pointer: string;
    readonly name: string;
    readonly advice: string;
  };
}

/** A link of two objects: added and removed, never changed. Its id is its natural key. */
export interface LinkDefinition extends CommonDefinition {
  readonly shape: "link";
  readonly readBy: "id" | "listing";
  readonly add: Call;
  readonly remove: Call;
  /** The Pulumi id of the link that the same object has elsewhere, where it can have one at most. */
  readonly elsewhere?: (place: Place, tenant: Pick<TenantView, "item" | "get">) => Promise<string | undefined>;
  /** What somebody else has moved is moved back without `adopt`. */
  readonly movesBack?: boolean;
  /** What is left where the API refuses to remove such a link, which is only a warning then. Default: an error. */
  readonly left?: (place: Place) => string | undefined;
}

/** Settings exist with their parent: adopted, changed, and restored or kept. Their id is their natural key. */
export interface SettingDefinition extends CommonDefinition {
  readonly shape: "setting";
  /**
   * Where they are read: in the list of their place, which may be their own route, or ("id") in the item of the list that they are
   * members of, which has a route of its own.
   */
  readonly readBy: "id" | "listing";
  /** The settings in the items of the list, without the inputs that the id names. `undefined` if nothing was ever set. */
  readonly of: (items: readonly Values[], place: Place) => Values | undefined;
  /** The write. Its values are the inputs that the id names and what is sent of the settings. */
  readonly change: Call;
  /** The write where nothing was ever set. Default: `change`. */
  readonly first?: Call;
  /** The members that a write sends: those that differ, or all, with the live values of the undeclared ones. */
  readonly sends: "changes" | "all";
  /** A member that is sent as null is as if it had never been set. Default: what was never set cannot be put back. */
  readonly isUnsetByNull?: boolean;
  /** A 404 with a code says that nothing was ever set, where the parent exists. Default: it proves nothing. */
  readonly isUnsetBy404?: boolean;
  /** The list of the settings of all parents, with the member that names them. It decides after a 404 without a code. */
  readonly listOfAll?: { readonly path: string; readonly parentKey: string };
  /** The answer to a write holds the settings as a read does. Default: they are read again. */
  readonly isAnswered?: boolean;
  /** A rule of the parent's environment group may lock members: a refusal says which. Default: no rule does. */
  readonly isLockedByGroup?: boolean;
}

/** A kind of resource, as the lifecycle sees it. */
export type ResourceDefinition = CollectionDefinition | LinkDefinition | SettingDefinition;

/** A definition as a kind declares it. */
type Declaration<D> = Omit<D, "shape" | "fields" | "outputs" | "programFields" | "inputShape" | "outputShape"> & {
  readonly fields: z.ZodRawShape;
  readonly outputs: z.ZodRawShape;
  /** Inputs for the provider that only this kind has. */
  readonly program?: z.ZodRawShape;
};

/** Turns declarations of one shape into definitions for the lifecycle. */
const shaped =
  <D extends ResourceDefinition>(ofShape: Pick<D, "shape" | "programFields" | "deleteBeforeReplace">) =>
  (declaration: Declaration<D>): D => {
    const { fields, outputs, program, address, kind } = declaration;
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
      ...(program === undefined ? {} : { programFields: [...ofShape.programFields, ...fieldTree(program)] }),
      inputShape: fields,
      outputShape: outputs,
    };
    return definition as D;
  };

/** Declares a kind whose objects are created, listed and deleted in a collection. */
export const defineCollection = shaped<CollectionDefinition>({ shape: "collection", programFields });

/** Declares a kind that links two objects. */
export const defineLink = shaped<LinkDefinition>({ shape: "link", programFields, deleteBeforeReplace: true });

/** Declares a kind of settings. */
export const defineSetting = shaped<SettingDefinition>({
  shape: "setting",
  programFields: settingProgramFields,
  deleteBeforeReplace: true,
});
