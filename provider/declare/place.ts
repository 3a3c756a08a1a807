/** The object that a collection belongs to. */
export interface Parent {
  readonly kind: string;
  readonly id: string;
  /** Path of the list that shows all objects of this kind. */
  readonly collection: string;
}

/** Where an object lives, read off its Pulumi id. */
export interface Place {
  /** Path of the list with the object. For a setting, its own path. */
  readonly collection: string;
  /** The service's id. */
  readonly wireId: string;
  /** The collection is deleted when its parent is. Absent: it belongs to the tenant. */
  readonly parent?: Parent;
  /** Where a role has to be to reach it, such as `/environments/abc`. Absent: the tenant. */
  readonly scope?: string;
  /** Set only if the id names its tenant. */
  readonly tenantId?: string;
}

/** A place without a known id yet. */
export type NewPlace = Omit<Place, "wireId">;
