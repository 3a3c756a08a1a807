import { BadResponseError } from "../errors";
import type { Place } from "../declare/place";
import { isValues, type Values } from "../declare/plainValues";
import type { RemoteContext } from "./context";
import type { Located } from "./located";
import type { LookOptions } from "../transport/collections/collections";
import { collectionOf, freshForMs, look } from "./look";
import { isMissing, isNotFound } from "./missing";

export const itemPath = (place: Place): string => `${place.collection}/${encodeURIComponent(place.wireId)}`;

/** The object at a place, in a listing of its collection. */
export async function getListed(
  located: Located,
  context: RemoteContext,
  options: LookOptions = {},
): Promise<Values | undefined> {
  const { definition, place } = located;
  const listed = await look(located, context, options);
  const found = listed.byId(definition.wireId, place.wireId);
  return isValues(found) ? found : undefined;
}

/**
 * The object at a place, by its own route. A 404 with the service's own code proves that it is missing. After any other 404 the
 * list decides.
 */
export async function getItem(located: Located, context: RemoteContext): Promise<Values | undefined> {
  const { definition, place } = located;
  const { api, collections } = context;
  const path = itemPath(place);
  const query = { "api-version": definition.apiVersion };
  const askedAt = collections.now();
  try {
    const { status, body } = await api.send({ method: "GET", path, query });
    if (status === 204) return undefined; // documented for a group, taken as "no such group"
    if (!isValues(body))
      throw new BadResponseError(`GET ${path} answered ${status} without an object`, { reason: "shape" });
    collections.saw(collectionOf(located), body);
    return body;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (!isMissing(definition, error)) {
      // Only a listing that is newer than the 404 contradicts it.
      const isListed = await getListed(located, context, { startedAfter: askedAt - freshForMs });
      return isListed && getListed(located, context, { startedAfter: askedAt });
    }
    collections.remove(collectionOf(located), place.wireId);
    return undefined;
  }
}
