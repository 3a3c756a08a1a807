/** What an item is called, among the others of its listing; `undefined` for one without such a name. */
export type KeyOf = (item: unknown) => string | undefined;

/** What one of our own writes did; without an entity it was a delete. */
export interface Correction {
  readonly idKey: string;
  readonly id: string;
  readonly entity?: Readonly<Record<string, unknown>>;
  /** It was made before the listing started: what the service lists under this id is newer. */
  readonly isUnlisted?: boolean;
}

type Items = readonly unknown[];

/**
 * The items of a listing. Looking one up does not go through all of them, so that many resources that are looked up in one
 * listing cost no more each than one does.
 */
export class Listed {
  #items: Items;
  readonly #indexes = new Map<KeyOf, Map<string, Items>>();

  /**
   * @param startedAt when the listing started, in milliseconds
   * @param isWhole whether what is not in it is proven not to exist
   */
  constructor(
    items: Items,
    readonly startedAt: number,
    readonly isWhole = true,
  ) {
    this.#items = items;
  }

  /** In the order of the service; a list that was given out does not change. */
  get items(): Items {
    return this.#items;
  }

  /** The item whose member `idKey` is `id`, in any case. */
  byId(idKey: string, id: string): unknown {
    return this.by(idIn(idKey), id.toLowerCase())[0];
  }

  /** The items with this key. The same function has to be given each time: it stands for the index. */
  by(keyOf: KeyOf, key: string): Items {
    return this.#index(keyOf).get(key) ?? [];
  }

  /** In the place of the old entity, or at the end. */
  correct({ idKey, id, entity, isUnlisted }: Correction): void {
    const olds = this.by(idIn(idKey), id.toLowerCase());
    if (isUnlisted === true && entity !== undefined && olds.length > 0) return;
    const [old, ...same] = olds;
    const rest = same.length === 0 ? this.#items : this.#items.filter((item) => !same.includes(item));
    if (old === undefined) this.#items = entity === undefined ? rest : [...rest, entity];
    else if (entity === undefined) this.#items = rest.filter((item) => item !== old);
    else this.#items = rest.map((item) => (item === old ? entity : item));
    for (const [keyOf, index] of this.#indexes) {
      for (const item of olds) takeOut(index, keyOf(item), item);
      if (entity !== undefined) putIn(index, keyOf(entity), entity);
    }
  }

  #index(keyOf: KeyOf): Map<string, Items> {
    const known = this.#indexes.get(keyOf);
    if (known !== undefined) return known;
    const index = new Map<string, Items>();
    for (const item of this.#items) putIn(index, keyOf(item), item);
    this.#indexes.set(keyOf, index);
    return index;
  }
}

function putIn(index: Map<string, Items>, key: string | undefined, item: unknown): void {
  if (key !== undefined) index.set(key, [...(index.get(key) ?? []), item]);
}

function takeOut(index: Map<string, Items>, key: string | undefined, item: unknown): void {
  if (key === undefined) return;
  const left = (index.get(key) ?? []).filter((each) => each !== item);
  if (left.length === 0) index.delete(key);
  else index.set(key, left);
}

const idsIn = new Map<string, KeyOf>();

/** The function that reads the id of an item, the same one for each `idKey`. An id of several members has slashes, as `idKey` does. */
export function idIn(idKey: string): KeyOf {
  const known = idsIn.get(idKey);
  if (known !== undefined) return known;
  const names = idKey.split("/");
  const idOf: KeyOf = (item) => {
    if (typeof item !== "object" || item === null) return undefined;
    const parts = names.map((name) => (item as Readonly<Record<string, unknown>>)[name]);
    const isText = (part: unknown): part is string => typeof part === "string" && part !== "";
    return parts.every(isText) ? parts.join("/").toLowerCase() : undefined;
  };
  idsIn.set(idKey, idOf);
  return idOf;
}
