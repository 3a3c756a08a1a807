import type { SettingDefinition } from "../../declare/define";
import { isValues, type Values } from "../../declare/plainValues";
import { inDeclaredCase } from "../../declare/wire";
import type { LookOptions } from "../../transport/collections/collections";
import { idIn } from "../../transport/collections/listed";
import { itemsOf } from "../../transport/paginate";
import type { RemoteContext } from "../context";
import { getItem, getListed } from "../item";
import type { Located } from "../located";
import { collectionOf, isParentUnlisted } from "../look";
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
    const isUnset = items !== undefined && of(items, located.place) === undefined;
    // A list of the tenant does not tell whether the parent exists.
    return isUnset && (await isParentUnlisted(located.place, context)) ? undefined : picked(located, items);
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
    if (await isParentUnlisted(located.place, context)) return undefined;
    // The service's own words about a parent that exists. Anybody else's 404 says nothing.
    if (definitionOf(located).isUnsetBy404 !== true || (error.codes ?? []).length === 0) throw error;
    return [];
  }
}
