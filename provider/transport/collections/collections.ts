import type { Api } from "../api";
import { type Clock, systemClock } from "../clock";
import { type Correction, idIn, type Listed } from "./listed";
import type { Collection } from "./collection";
import { Listing } from "./listing";

/** Which listing will do. */
export interface LookOptions {
  /** A moment of `now()`: the listing has to have started after it. @default any listing of this process */
  readonly startedAfter?: number;
  /**
   * Whether what is not in it has to be proven not to exist. A list of several pages is read twice for that. @default true
   */
  readonly isWhole?: boolean;
}

/**
 * The listings of one tenant and process. The engine asks for many resources of a collection one by one; they share a listing.
 *
 * - `look` answers with a listing that is whole and started after the moment that the caller names. The one that is known
 *   will do, or the one on its way, or the next, which everybody shares who asks meanwhile. One runs at a time.
 * - Own writes correct what is known and what is on its way. A listing that starts within a minute of an own write is
 *   corrected too: the service may not list a new object yet.
 * - `drop` forgets: after a write whose outcome is unknown nobody knows what is live. Callers who are waiting for a listing
 *   still get it; it is not kept.
 * - A listing that failed is an error for those who waited for it, and is not kept.
 *
 * Collections are told apart by path without regard to case, and by query. Corrections hold for every query of a path.
 */
export class Collections {
  readonly #api: Api;
  readonly #clock: Clock;
  readonly #tell: (line: string) => void;
  /** By path, then by query. */
  readonly #listings = new Map<string, Map<string, Listing>>();
  #lastMoment = -Infinity;

  /** @param tell takes a line while reading a list of many pages takes long */
  constructor(api: Api, clock: Clock = systemClock, tell: (line: string) => void = () => undefined) {
    this.#api = api;
    this.#clock = clock;
    this.#tell = tell;
  }

  /** This moment in milliseconds of the clock, later than every moment that was given before. */
  now(): number {
    const at = this.#clock.now();
    this.#lastMoment = at > this.#lastMoment ? at : this.#lastMoment + 1 / 1_024;
    return this.#lastMoment;
  }

  /**
   * Every item of a collection.
   * @throws PowerPlatformError when a page fails, or when a list of several pages changes each time it is read.
   */
  look(collection: Collection, { startedAfter = -Infinity, isWhole = true }: LookOptions = {}): Promise<Listed> {
    return this.#listing(collection).look({ startedAfter, isWhole });
  }

  /** Records that `entity` was read at its own route just now. It corrects what is known, and no later listing. */
  saw({ path, idKey }: Collection, entity: Readonly<Record<string, unknown>>): void {
    const id = idIn(idKey)(entity);
    if (id === undefined) return;
    for (const listing of this.#of(path)) listing.correct({ idKey, id, entity }, { isWrite: false });
  }

  /** Records that our own write has left `entity` live. */
  put(collection: Collection, entity: Readonly<Record<string, unknown>>): void {
    const { path, idKey } = collection;
    const id = idIn(idKey)(entity);
    if (id === undefined) this.drop(path);
    else this.#correct(collection, { idKey, id, entity });
  }

  /** Records that the object with this id is deleted. */
  remove(collection: Collection, id: string): void {
    this.#correct(collection, { idKey: collection.idKey, id });
  }

  /** Forgets what is known of the collection. */
  drop(path: string): void {
    for (const listing of this.#of(path)) listing.drop();
  }

  /** Runs a write to the collection; when it fails, what is known of the collection is forgotten. */
  async dropOnFailure<T>(path: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      this.drop(path);
      throw error;
    }
  }

  /** A listing that has never started is corrected as well: it may start before the service shows the write. */
  #correct(collection: Collection, correction: Correction): void {
    this.#listing(collection);
    for (const listing of this.#of(collection.path)) listing.correct(correction);
  }

  #of(path: string): Iterable<Listing> {
    return this.#listings.get(path.toLowerCase())?.values() ?? [];
  }

  #listing(collection: Collection): Listing {
    const pathKey = collection.path.toLowerCase();
    const queryKey = JSON.stringify(Object.entries(collection.query).sort(([a], [b]) => (a < b ? -1 : 1)));
    const byQuery = this.#listings.get(pathKey) ?? new Map<string, Listing>();
    this.#listings.set(pathKey, byQuery);
    const listing = byQuery.get(queryKey) ?? new Listing(this.#api, collection, () => this.now(), this.#tell);
    byQuery.set(queryKey, listing);
    return listing;
  }
}
