import { isGuid } from "../guid";
import type { ResourceDefinition } from "../declare/define";
import { labelOf, objectOf } from "../declare/identity";
import { isValues, type Values } from "../declare/plainValues";
import { BadResponseError } from "../errors";
import { growingWaitMs } from "../transport/backoff";
import type { LookOptions } from "../transport/collections/collections";
import { unlistedForMs } from "../transport/collections/listing";
import type { RemoteContext } from "./context";
import type { Located, Recorded } from "./located";
import { collectionOf, freshForMs, look } from "./look";
import { isMissing, isNotFound } from "./missing";
import { reportProgress } from "./reportProgress";

export const itemPath = ({ definition, place }: Located): string =>
  definition.itemPath?.(place) ?? `${place.collection}/${encodeURIComponent(place.wireId)}`;

/** The object at a place, in a listing of its collection. */
export async function getListed(
  located: Located,
  context: RemoteContext,
  options: LookOptions = {},
): Promise<Values | undefined> {
  return objectOf(located.definition, await listedItem(located, context, options), located.place);
}

/** The object at a place, by its own route. */
export async function getItem(located: Located, context: RemoteContext): Promise<Values | undefined> {
  return objectOf(located.definition, await readItem(located, context), located.place);
}

async function listedItem(located: Located, context: RemoteContext, options: LookOptions): Promise<Values | undefined> {
  const { definition, place } = located;
  const item = (await look(located, context, options)).byId(definition.wireId, place.wireId);
  return isValues(item) ? item : undefined;
}

/** Items that were read by their own routes. Those of a list may not show everything. */
const whole = new WeakSet<Values>();

/**
 * The item at a place, by its own route. A 404 with the service's own code proves that it is missing. After any other 404 the
 * list decides.
 */
export async function readItem(located: Located, context: RemoteContext): Promise<Values | undefined> {
  const { definition, place } = located;
  const { api, collections } = context;
  const path = itemPath(located);
  const query = { "api-version": definition.apiVersion, ...definition.queries?.item };
  const askedAt = collections.now();
  try {
    const { status, body } = await api.send({ method: "GET", path, query });
    if (status === 204) return undefined; // documented for a group, taken as "no such group"
    if (!isValues(body))
      throw new BadResponseError(`GET ${path} answered ${status} without an object`, { reason: "shape" });
    collections.saw(collectionOf(located), body);
    whole.add(body);
    return body;
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (!isMissing(definition, error)) {
      // Only a listing that is newer than the 404 contradicts it.
      const isListed = await listedItem(located, context, { startedAfter: askedAt - freshForMs });
      return isListed && listedItem(located, context, { startedAfter: askedAt });
    }
    collections.remove(collectionOf(located), place.wireId);
    return undefined;
  }
}

const isReadById = (definition: ResourceDefinition): boolean =>
  definition.shape !== "setting" && definition.readBy !== "listing";

/** The live object that state records, from the shared listing of its collection if it is listed. */
export async function readListed(recorded: Recorded, context: RemoteContext): Promise<Values | undefined> {
  const { definition, place } = recorded;
  if (definition.readBy === "route") {
    const item = await listedItem(recorded, context, { isWhole: false });
    return item !== undefined && whole.has(item) ? objectOf(definition, item, place) : getItem(recorded, context);
  }
  // An object that is found needs no whole listing.
  const found = await getListed(recorded, context, { isWhole: false });
  if (found !== undefined) return found;
  // An id that is no GUID cannot exist, and the service answers its read with 400.
  if (definition.shape === "collection" && !(definition.isId ?? isGuid)(place.wireId)) return undefined;
  // Lists may lag behind, or leave out what the caller may read. The object's own route decides.
  if (isReadById(definition)) return getItem(recorded, context);
  return (await getListed(recorded, context)) ?? awaitYoung(recorded, context);
}

/** The live object at a place, read now. */
export const readListedNow = (located: Located, context: RemoteContext): Promise<Values | undefined> =>
  isReadById(located.definition)
    ? getItem(located, context)
    : getListed(located, context, { startedAfter: context.collections.now() });

/** Looks again for an object of less than a minute, which may not be listed yet. */
async function awaitYoung(recorded: Recorded, context: RemoteContext): Promise<Values | undefined> {
  const { definition, outputs } = recorded;
  if (definition.shape !== "collection") return undefined;
  const { clock, serviceClock, collections } = context;
  const madeAt = Date.parse(String(outputs[definition.createdAt]));
  const youngForMs = Math.min(madeAt + unlistedForMs - serviceClock.now(), unlistedForMs);
  const report = reportProgress(context, labelOf(definition, outputs));
  const started = clock.now();
  const leftMs = (): number => started + youngForMs - clock.now();
  let live: Values | undefined;
  for (let round = 1; live === undefined && leftMs() > 0; round++) {
    if (round > 1) report("not listed yet", clock.now() - started);
    await clock.sleep(Math.min(growingWaitMs(round), leftMs()), context.signal);
    live = await getListed(recorded, context, { startedAfter: collections.now() });
  }
  return live;
}
