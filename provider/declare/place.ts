import type { Values } from "./plainValues";

/** The object that a collection belongs to. */
export interface Parent {
  readonly kind: string;
  readonly id: string;
  /** Path of the list that shows all objects of this kind. */
  readonly collection: string;
}

/** Where an object lives, read off its Pulumi id. */
export interface Place {
  /** Path of the list with the object. For settings, of what they are read from. */
  readonly collection: string;
  /** The service's id. */
  readonly wireId: string;
  /** The collection is deleted when its parent is. Absent: it belongs to the tenant. */
  readonly parent?: Parent;
  /** Where a role has to be to reach it, such as `/environments/abc`. Absent: the tenant. */
  readonly scope?: string;
  /** Inputs that the id names. Set for settings. */
  readonly named?: Values;
  /** Set only if the id names its tenant. */
  readonly tenantId?: string;
}

/** A place without a known id yet. */
export type NewPlace = Omit<Place, "wireId">;

/** The mapping between Pulumi ids and routes. */
export interface Address {
  /** The place of an object that does not exist yet. */
  readonly of: (inputs: Values) => NewPlace;
  readonly id: (inputs: Values, wireId: string) => string;
  /** Throws a ValidationError with the form of an id. */
  readonly parse: (id: string) => Place;
}

/** The address of a kind that has one collection in a tenant: the Pulumi id is the service's. Its path is accepted too. */
export const inCollection = (collection: string): Address => ({
  of: () => ({ collection }),
  id: (_inputs, wireId) => wireId,
  parse: (id) => {
    const isPath = id.toLowerCase().startsWith(`${collection.toLowerCase()}/`);
    return { collection, wireId: isPath ? id.slice(collection.length + 1) : id };
  },
});
