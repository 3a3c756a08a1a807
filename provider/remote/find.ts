import { isGuid } from "../guid";
import { BadResponseError, NotFoundError, PowerPlatformError } from "../errors";
import { idIn, Listed } from "../transport/listed";
import { growingWaitMs } from "../transport/backoff";
import type { RemoteContext } from "./context";
import type { Place, ResourceDefinition } from "../declare/define";
import { isSame } from "../declare/fieldTree";
import { labelOf } from "../declare/labelOf";
import { isValues, type Values } from "../declare/plainValues";
import { naturalKeyFields, naturalKeyOf } from "../declare/naturalKey";
import { reportProgress } from "./reportProgress";

/** As known, or read after this call, or as known where that proves what does not exist. */
type Listing = "shared" | "fresh" | "complete";

const query = (definition: ResourceDefinition) => ({ "api-version": definition.apiVersion });

/** A 404 that says "no such object"; a wrong host answers 404 too (RouteNotFound), and proves nothing. */
export const isMissing = (error: unknown): boolean =>
  error instanceof NotFoundError && error.codes?.includes("RouteNotFound") !== true;

/** Whether the thing that a collection belongs to does not exist. */
export const isParentGone = (
  definition: ResourceDefinition,
  place: Omit<Place, "wireId">,
  error: unknown,
): boolean =>
  place.scope !== undefined &&
  (isMissing(error) ||
    (error instanceof PowerPlatformError &&
      error.status === 400 &&
      error.codes?.some((code) => definition.parentGone?.includes(code) === true) === true));

/** Every live object of a collection; none when its parent is gone. */
export async function listLive(
  definition: ResourceDefinition,
  place: Omit<Place, "wireId">,
  context: RemoteContext,
  listing: Listing = "shared",
): Promise<Listed> {
  try {
    const { collections } = context;
    return listing === "complete"
      ? await collections.listComplete(place.collection, query(definition), definition.wireId)
      : await collections.list(place.collection, query(definition), { fresh: listing === "fresh" });
  } catch (error) {
    if (isParentGone(definition, place, error)) return new Listed([]);
    throw error;
  }
}

export const wireIdOf = (definition: ResourceDefinition, live: unknown): string | undefined => {
  const id = isValues(live) ? live[definition.wireId] : undefined;
  return typeof id === "string" && id !== "" ? id : undefined;
};

/** The Pulumi id of a live object; `values` say which collection it is in. */
export const idOfLive = (definition: ResourceDefinition, values: Values, live: Values): string =>
  definition.address.id(values, wireIdOf(definition, live) ?? "");

/** The object at a place, in a listing of its collection. */
function listedAt(definition: ResourceDefinition, listed: Listed, { wireId }: Place): Values | undefined {
  const found = listed.byId(definition.wireId, wireId);
  return isValues(found) ? found : undefined;
}

/** So long after it was made an object whose create did not see it listed is not taken for gone. */
const unlistedForMs = 60_000;

/**
 * The live object at a place, from the shared listing where it is in it; `undefined` when it is proven not to exist.
 * @param recorded what state says of it
 */
export async function findLive(
  definition: ResourceDefinition,
  place: Place,
  context: RemoteContext,
  recorded: Values = {},
): Promise<Values | undefined> {
  const found = listedAt(definition, await listLive(definition, place, context), place);
  // What is no GUID is no id of anything, and the service answers the question for it with 400.
  if (found !== undefined || !isGuid(place.wireId)) return found;
  if (definition.readBy === "listing") {
    const live = listedAt(definition, await listLive(definition, place, context, "complete"), place);
    return live ?? awaitRecorded(definition, place, context, recorded);
  }
  // Lists may lag behind or leave out what the caller may still read: a route of its own has the last word.
  return getLive(definition, place, context);
}

/** Looks again for an object that was made a moment ago, where the create ended before it was listed. */
async function awaitRecorded(
  definition: ResourceDefinition,
  place: Place,
  context: RemoteContext,
  recorded: Values,
): Promise<Values | undefined> {
  if (recorded.unlisted !== true) return undefined;
  const until = Date.parse(String(recorded[definition.createdAt])) + unlistedForMs;
  const tell = reportProgress(context, labelOf(definition, recorded));
  const started = context.clock.now();
  for (let round = 1; context.clock.now() < until; round++) {
    const live = await getLive(definition, place, context);
    if (live !== undefined) return live;
    tell("not listed yet", context.clock.now() - started);
    await context.clock.sleep(growingWaitMs(round), context.signal);
  }
  return undefined;
}

/** The live object at a place, asked for now. */
export async function getLive(
  definition: ResourceDefinition,
  place: Place,
  context: RemoteContext,
): Promise<Values | undefined> {
  if (definition.readBy === "listing") {
    const found = listedAt(definition, await listLive(definition, place, context, "fresh"), place);
    return found ?? listedAt(definition, await listLive(definition, place, context, "complete"), place);
  }
  try {
    const request = { method: "GET", path: itemPath(place), query: query(definition) } as const;
    const { status, body } = await context.api.send(request);
    if (status === 204) return undefined; // documented for a group, taken as "no such group"
    if (!isValues(body))
      throw new BadResponseError(`GET ${request.path} answered ${status} without an object`, {
        reason: "shape",
      });
    context.collections.put(place.collection, definition.wireId, body);
    return body;
  } catch (error) {
    if (!isMissing(error)) throw error;
    context.collections.remove(place.collection, definition.wireId, place.wireId);
    return undefined;
  }
}

export const itemPath = (place: Place): string => `${place.collection}/${encodeURIComponent(place.wireId)}`;

/** Live objects with the declared natural key; one that changed while a list was read is there as it was last. */
export function matching(definition: ResourceDefinition, listed: Listed, inputs: Values): readonly Values[] {
  const key = naturalKeyFields(definition);
  const keyOf = naturalKeyOf(definition);
  const found = listed
    .by(keyOf, keyOf(inputs) ?? "")
    .filter(isValues)
    .filter(
      (live) =>
        (definition.isComparable?.(live) ?? true) &&
        key.every((node) => isSameKey(node, live[node.name], inputs[node.name])),
    );
  const idOf = idIn(definition.wireId);
  return [...new Map(found.map((live) => [idOf(live), live])).values()];
}

/** Members that the program leaves to the service do not count. */
function isSameKey(node: ResourceDefinition["fields"][number], live: unknown, declared: unknown): boolean {
  if (declared === undefined || declared === null)
    return node.absent === "computed" || isSame(node, live, declared);
  if (node.children !== undefined && isValues(declared)) {
    return node.children.every((child) =>
      isSameKey(child, isValues(live) ? live[child.name] : undefined, declared[child.name]),
    );
  }
  return isSame(node, live, declared);
}
