import type { Api } from "./api";
import { listAll } from "./paginate";

export type Query = Readonly<Record<string, string>>;

/** What one of our own writes did; without an entity it was a delete. */
export interface Correction {
  readonly idKey: string;
  readonly id: string;
  readonly entity?: Readonly<Record<string, unknown>>;
}

type Items = readonly unknown[];

interface Run {
  readonly items: Promise<Items>;
  /** Own writes since it started. */
  readonly corrections: Correction[];
}

/** The listing of one collection: what is known, what is on its way, and what is asked for next. */
export class Listing {
  readonly #read: () => Promise<unknown[]>;
  #known: Items | undefined;
  #running: Run | undefined;
  /** Starts when the running one ends. */
  #waiting: Promise<Items> | undefined;

  constructor(api: Api, path: string, query: Query) {
    this.#read = () => listAll(api, { method: "GET", path, query });
  }

  /** What is known, else what is on its way or about to start, else a new run. */
  shared(): Promise<Items> {
    if (this.#known !== undefined) return Promise.resolve(this.#known);
    return this.#running?.items ?? this.#waiting ?? this.#start();
  }

  /** A run that starts after this call. */
  next(): Promise<Items> {
    if (this.#running !== undefined) this.#waiting ??= this.#startAfter(this.#running);
    return this.#waiting ?? this.#start();
  }

  correct(correction: Correction): void {
    this.#running?.corrections.push(correction);
    if (this.#known !== undefined) this.#known = corrected(this.#known, correction);
  }

  /** A run that is on its way goes on for its callers and is not kept; one that has not started is not concerned. */
  drop(): void {
    this.#known = undefined;
    this.#running = undefined;
  }

  async #startAfter(run: Run): Promise<Items> {
    await run.items.catch(() => undefined);
    return this.#start();
  }

  #start(): Promise<Items> {
    const corrections: Correction[] = [];
    const items = this.#read().then(
      (read) => this.#arrived(run, corrections.reduce<Items>(corrected, read)),
      (error: unknown) => {
        this.#isOver(run);
        throw error;
      },
    );
    const run: Run = { items, corrections };
    this.#running = run;
    this.#waiting = undefined;
    return items;
  }

  #arrived(run: Run, items: Items): Items {
    if (this.#isOver(run)) this.#known = items;
    return items;
  }

  /** False for a run that was dropped on its way. */
  #isOver(run: Run): boolean {
    const isOurs = this.#running === run;
    if (isOurs) this.#running = undefined;
    return isOurs;
  }
}

/** In the place of the old entity, or at the end. */
function corrected(items: Items, { idKey, id, entity }: Correction): Items {
  const isIt = (item: unknown): boolean => idOf(item, idKey) === id.toLowerCase();
  if (entity === undefined) return items.filter((item) => !isIt(item));
  return items.some(isIt) ? items.map((item) => (isIt(item) ? entity : item)) : [...items, entity];
}

function idOf(item: unknown, idKey: string): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const id = (item as Readonly<Record<string, unknown>>)[idKey];
  return typeof id === "string" ? id.toLowerCase() : undefined;
}
