import type { ResourceDefinition } from "../declare/define";
import type { NewPlace } from "../declare/place";
import { isNotFound, isParentMissing } from "./missing";
import type { Collection } from "../transport/collections/collection";
import type { LookOptions } from "../transport/collections/collections";
import { Listed } from "../transport/collections/listed";
import type { RemoteContext } from "./context";

/** A create accepts a listing that started this long ago. */
export const freshForMs = 30_000;

/** A collection of the tenant. */
interface Collected {
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
  if (parent === undefined) return false;
  const { collections } = context;
  const parents = { path: parent.collection, query: { "api-version": "2024-10-01" }, idKey: "id" };
  const listed = await collections
    .look(parents, { startedAfter: collections.now() - freshForMs })
    .catch(() => undefined);
  return listed !== undefined && listed.byId("id", parent.id) === undefined;
}
