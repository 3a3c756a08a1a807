import type { SettingDefinition } from "../../declare/define";
import type { Place } from "../../declare/place";
import { isValues, type Values } from "../../declare/plainValues";
import type { PowerPlatformError } from "../../errors";
import { inDeclaredCase } from "../../declare/wire";
import type { LookOptions } from "../../transport/collections/collections";
import { idIn } from "../../transport/collections/listed";
import { itemsOf } from "../../transport/paginate";
import type { RemoteContext } from "../context";
import { getItem, getListed } from "../item";
import type { Located } from "../located";
import { collectionOf, freshForMs, isParentUnlisted, sharedVersion } from "../look";
import { isNotFound } from "../missing";

/** Settings at a place, from a listing that will do. `undefined` if their parent is proven to be missing. */
export async function settingsAt(
  located: Located,
  context: RemoteContext,
  options: LookOptions = {},
): Promise<Values | undefined> {
  const { readBy, of } = definitionOf(located);
  if (readBy === "listing") {
    const items = await listedItems(located, context, options);
    const isNothingSet = items !== undefined && of(items, located.place) === undefined;
    // A list of the tenant does not tell whether the parent exists.
    return isNothingSet && (await isParentGone(located.place, context)) ? undefined : picked(located, items);
  }
  const item = (await getListed(located, context, { ...options, isWhole: false })) ?? (await getItem(located, context));
  return picked(located, item && [item]);
}

/** The same, read now. */
export async function settingsNow(located: Located, context: RemoteContext): Promise<Values | undefined> {
  if (definitionOf(located).readBy === "listing") {
    return settingsAt(located, context, { startedAfter: context.collections.now() });
  }
  const item = await getItem(located, context);
  return picked(located, item && [item]);
}

/**
 * The settings after our own write, which every listing of the process shows from now on.
 * @param answered the body of the answer, which holds them for some kinds
 */
export async function settingsAfter(
  answered: unknown,
  located: Located,
  context: RemoteContext,
): Promise<Values | undefined> {
  const { isAnswered, readBy, wireId } = definitionOf(located);
  const items = isAnswered === true ? itemsOf(answered).filter(isValues) : [];
  const recorded = (own: readonly Values[]): Values | undefined => {
    for (const each of own) context.collections.put(collectionOf(located), each);
    return picked(located, own);
  };
  if (items.some((item) => idIn(wireId)(item) === located.place.wireId.toLowerCase())) return recorded(items);
  if (readBy === "listing") return settingsNow(located, context);
  const item = await getItem(located, context);
  return item && recorded([item]);
}

const definitionOf = ({ definition }: Located): SettingDefinition => definition as SettingDefinition;

function picked(located: Located, items: readonly Values[] | undefined): Values | undefined {
  if (items === undefined) return undefined;
  const { fields, of } = definitionOf(located);
  return { ...inDeclaredCase(fields, of(items, located.place) ?? {}), ...located.place.named };
}

async function listedItems(
  located: Located,
  context: RemoteContext,
  options: LookOptions,
): Promise<readonly Values[] | undefined> {
  try {
    return (await context.collections.look(collectionOf(located), options)).items.filter(isValues);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    if (await isParentGone(located.place, context)) return undefined;
    if (await isUnset(located, error, context)) return [];
    throw error;
  }
}

/** The list of the parents may leave out one that the caller may read. */
async function isParentGone(place: Place, context: RemoteContext): Promise<boolean> {
  const { parent } = place;
  if (parent === undefined || !(await isParentUnlisted(place, context))) return false;
  const path = `${parent.collection}/${encodeURIComponent(parent.id)}`;
  return context.api.send({ method: "GET", path, query: sharedVersion }).then(
    () => false,
    (error: unknown) => isNotFound(error),
  );
}

/**
 * Whether a 404 says that nothing was ever set for a parent that exists: the service's own words do. Anybody else's say nothing,
 * and the list of all decides, where there is one.
 */
async function isUnset(located: Located, { codes = [] }: PowerPlatformError, context: RemoteContext): Promise<boolean> {
  const { isUnsetBy404, listOfAll, apiVersion } = definitionOf(located);
  const { parent } = located.place;
  if (isUnsetBy404 !== true || codes.length > 0) return isUnsetBy404 === true;
  if (listOfAll === undefined || parent === undefined) return false;
  const { collections } = context;
  const { path, parentKey } = listOfAll;
  const all = { path, query: { "api-version": apiVersion }, idKey: parentKey };
  const listed = await collections.look(all, { startedAfter: collections.now() - freshForMs }).catch(() => undefined);
  return listed !== undefined && listed.byId(parentKey, parent.id) === undefined;
}
