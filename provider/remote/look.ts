import type { ResourceDefinition } from "../declare/define";
import type { NewPlace, Parent } from "../declare/place";
import { isValues, type Values } from "../declare/plainValues";
import { isNotFound, isParentMissing } from "./missing";
import type { Collection } from "../transport/collections/collection";
import type { LookOptions } from "../transport/collections/collections";
import { Listed } from "../transport/collections/listed";
import type { RemoteContext } from "./context";

/** The version of the lists and routes that several kinds share: of parents, policies and what a program is compared with. */
export const sharedVersion = { "api-version": "2024-10-01" } as const;

/** A create accepts a listing that started this long ago. */
export const freshForMs = 30_000;

/** A collection of the tenant. */
export interface Collected {
  readonly definition: ResourceDefinition;
  readonly place: NewPlace;
}

export const collectionOf = ({ definition, place }: Collected): Collection => ({
  path: place.collection,
  query: { "api-version": definition.apiVersion, ...definition.queries?.list },
  idKey: definition.wireId,
  isEmptyObjectEmpty: definition.isEmptyObjectEmpty === true,
});

/** The listing of a collection. It is empty if its parent is proven to be missing. */
export async function look(of: Collected, context: RemoteContext, options: LookOptions = {}): Promise<Listed> {
  const { collections } = context;
  const askedAt = collections.now();
  try {
    return await collections.look(collectionOf(of), options);
  } catch (error) {
    if (isParentMissing(of.definition, error)) return new Listed([], askedAt);
    if (isNotFound(error) && (await isParentUnlisted(of.place, context))) return new Listed([], askedAt);
    throw error;
  }
}

/** Whether the list of the parents is whole and does not have it. */
export async function isParentUnlisted({ parent }: NewPlace, context: RemoteContext): Promise<boolean> {
  const listed = await lookForParents(parent, context);
  return parent !== undefined && listed !== undefined && listed.byId("id", parent.id) === undefined;
}

/** The parent as its list shows it. `undefined` if it does not, or cannot be read. */
export async function listedParent({ parent }: NewPlace, context: RemoteContext): Promise<Values | undefined> {
  const found = parent && (await lookForParents(parent, context))?.byId("id", parent.id);
  return isValues(found) ? found : undefined;
}

async function lookForParents(parent: Parent | undefined, { collections }: RemoteContext): Promise<Listed | undefined> {
  if (parent === undefined) return undefined;
  const parents = { path: parent.collection, query: sharedVersion, idKey: "id" };
  return collections.look(parents, { startedAfter: collections.now() - freshForMs }).catch(() => undefined);
}
