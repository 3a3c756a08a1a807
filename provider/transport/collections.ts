import type { Api } from "./api";
import { type Clock, systemClock } from "./clock";
import type { Listed } from "./listed";
import { Listing, type Query } from "./listing";
import { Writes } from "./writes";

/**
 * One listing a collection and process. The engine asks for many resources of a collection one by one; they share one
 * listing instead of making one each.
 *
 * - `list` answers from the listing that is there or on its way; only the first caller starts one.
 * - Own writes correct it: `put` and `remove` change the cached listing, and one that is on its way when it arrives, since
 *   it may have been read before the write. A listing that starts after a write is taken as the service gives it.
 * - `list` with `fresh` answers with a listing that *starts* after the call, so it shows what the service knows now. One
 *   runs at a time: whoever asks while it runs shares the next one.
 * - `listSince` does too, and gives others time to join: it starts when no write of ours is under way any more, at the latest
 *   after three times as long as the last listing took. So N creates that each look whether their object is listed cost
 *   as few listings as there are rounds of creates side by side, not N.
 * - `listComplete` answers with a listing that proves what is not in it: one of several pages is read again for that.
 * - `drop` forgets: after a write whose outcome is unknown nobody knows what is live. Callers who were already waiting for a listing
 *   still get it; it is not kept.
 * - A listing that failed is an error for those who waited for it, and is not kept.
 *
 * Collections are told apart by path without regard to case, and by query. Corrections hold for every query of a path.
 */
export class Collections {
  readonly #api: Api;
  /** By path, then by query. */
  readonly #listings = new Map<string, Map<string, Listing>>();

  readonly #clock: Clock;
  readonly #writes = new Writes();

  readonly #tell: (line: string) => void;

  /** @param tell takes a line while reading a list of many pages takes long */
  constructor(api: Api, clock: Clock = systemClock, tell: (line: string) => void = () => undefined) {
    this.#api = api;
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Every item, shared with other callers; with `fresh` from a listing that starts after this call. */
  list(path: string, query: Query, options: { readonly fresh?: boolean } = {}): Promise<Listed> {
    const listing = this.#listing(path, query);
    return options.fresh === true ? listing.next() : listing.shared();
  }

  /** Every item, from a listing that starts after this call, a little later where others may want to share it. */
  listSince(path: string, query: Query): Promise<Listed> {
    return this.#listing(path, query).next(() => this.#writes.ended());
  }

  /** Every item, from a listing that nobody's deletes meanwhile have made holes in. `idKey` as in `put`. */
  listComplete(path: string, query: Query, idKey: string): Promise<Listed> {
    return this.#listing(path, query).complete(idKey);
  }

  /** Records that `entity` is live. Its member `idKey` tells it from others, without regard to case. */
  put(path: string, idKey: string, entity: Readonly<Record<string, unknown>>): void {
    const id = entity[idKey];
    if (typeof id !== "string" || id === "") this.drop(path);
    else for (const listing of this.#of(path)) listing.correct({ idKey, id, entity });
  }

  /** Records that the object with this id is gone. */
  remove(path: string, idKey: string, id: string): void {
    for (const listing of this.#of(path)) listing.correct({ idKey, id });
  }

  /** Forgets what is known of the collection. */
  drop(path: string): void {
    for (const listing of this.#of(path)) listing.drop();
  }

  /** Runs a write to the collection; when it fails, what is known of the collection is forgotten. */
  async dropOnFailure<T>(path: string, write: () => Promise<T>): Promise<T> {
    try {
      return await this.#writes.run(write);
    } catch (error) {
      this.drop(path);
      throw error;
    }
  }

  #of(path: string): Iterable<Listing> {
    return this.#listings.get(path.toLowerCase())?.values() ?? [];
  }

  #listing(path: string, query: Query): Listing {
    const pathKey = path.toLowerCase();
    const queryKey = JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
    const byQuery = this.#listings.get(pathKey) ?? new Map<string, Listing>();
    this.#listings.set(pathKey, byQuery);
    const listing = byQuery.get(queryKey) ?? new Listing(this.#api, path, query, this.#clock, this.#tell);
    byQuery.set(queryKey, listing);
    return listing;
  }
}
