import { PowerPlatformError } from "../../errors";
import type { Api } from "../api";
import { listPages, type Pages } from "../paginate";
import { duration } from "../poll";
import type { Collection } from "./collection";
import { type Correction, idIn, Listed } from "./listed";

/** A reading that takes longer is told of, and again each time as much has passed. */
const silentForMs = 10_000;

/** How often a list of several pages is read until two readings agree. */
const mostReadings = 6;

/** So long after an own write the service may not show it yet. */
export const unlistedForMs = 60_000;

/** Which listing will do. */
export interface Wanted {
  /** It has to have started after this moment. */
  readonly startedAfter: number;
  /** What is not in it has to be proven not to exist. */
  readonly isWhole: boolean;
}

interface Run {
  readonly startedAt: number;
  readonly listed: Promise<Listed>;
  /** Own writes since it started, and those just before. */
  readonly corrections: Correction[];
}

interface Reading {
  readonly items: readonly unknown[];
  readonly isWhole: boolean;
}

/** The listings of one collection: what is known, what is on its way, and what is asked for next. */
export class Listing {
  readonly #api: Api;
  readonly #collection: Collection;
  readonly #now: () => number;
  readonly #tell: (line: string) => void;
  #known: Listed | undefined;
  #running: Run | undefined;
  /** Starts when the running one ends. */
  #waiting: Promise<Listed> | undefined;
  /** What the service gave last. */
  #last: Pages | undefined;
  /** Own writes of the last minute. */
  #recent: { readonly at: number; readonly correction: Correction }[] = [];

  /**
   * @param now strictly increasing
   * @param tell takes a line while reading takes long
   */
  constructor(api: Api, collection: Collection, now: () => number, tell: (line: string) => void) {
    this.#api = api;
    this.#collection = collection;
    this.#now = now;
    this.#tell = tell;
  }

  /** A listing that will do: the known one, the one on its way, or the next. */
  async look(wanted: Wanted): Promise<Listed> {
    const { startedAfter, isWhole } = wanted;
    const willDo = (listed: Listed): boolean => listed.startedAt > startedAfter && (listed.isWhole || !isWhole);
    if (this.#known !== undefined && willDo(this.#known)) return this.#known;
    const running = this.#running;
    if (running !== undefined && running.startedAt > startedAfter) {
      const listed = await running.listed;
      return willDo(listed) ? listed : this.look(wanted);
    }
    if (running === undefined && this.#waiting === undefined) return this.#start(isWhole);
    return (this.#waiting ??= this.#startAfter(running));
  }

  correct(correction: Correction, { isWrite = true }: { readonly isWrite?: boolean } = {}): void {
    if (isWrite) this.#recent.push({ at: this.#now(), correction });
    this.#running?.corrections.push(correction);
    this.#known?.correct(correction);
  }

  /** A run that is on its way goes on for its callers and is not kept; one that has not started is not concerned. */
  drop(): void {
    this.#known = undefined;
    this.#running = undefined;
  }

  async #startAfter(run: Run | undefined): Promise<Listed> {
    await run?.listed.catch(() => undefined);
    return this.#start(true);
  }

  #start(isWhole: boolean): Promise<Listed> {
    const startedAt = this.#now();
    this.#recent = this.#recent.filter(({ at }) => at >= startedAt - unlistedForMs);
    const recent = this.#recent.map(({ correction }) => ({ ...correction, isUnlisted: true }));
    const listed = this.#read(startedAt, isWhole).then(
      (reading) => this.#arrived(run, reading),
      (error: unknown) => {
        this.#isOver(run);
        throw error;
      },
    );
    const run: Run = { startedAt, listed, corrections: recent };
    this.#running = run;
    this.#waiting = undefined;
    return listed;
  }

  /**
   * Of several pages one reading proves nothing: whoever deletes an item of a page that was read moves another one over the
   * border of the next page, where nobody sees it. A reading left nothing out when it has all that the one before it had.
   */
  async #read(startedAt: number, needsWhole: boolean): Promise<Reading> {
    const onPage = this.#teller(startedAt);
    const { path, query, idKey, isEmptyObjectEmpty = false } = this.#collection;
    for (let readings = 1; readings <= mostReadings; readings++) {
      const before = this.#last;
      const given = await listPages(this.#api, { method: "GET", path, query }, { onPage, isEmptyObjectEmpty });
      this.#last = given;
      const isWhole = given.pages === 1 || (before !== undefined && hasAll(given.items, before.items, idKey));
      if (isWhole || !needsWhole) return { items: given.items, isWhole };
    }
    throw new PowerPlatformError(
      `GET ${path} gave another list each of ${mostReadings} times: objects are being deleted meanwhile, so nobody can say what does not exist.\n  Run the command again when that is over.`,
    );
  }

  #teller(started: number): (pages: number) => void {
    let told = started;
    return (pages) => {
      const now = this.#now();
      if (Math.round(now - told) < silentForMs) return;
      told = now;
      this.#tell(`reading ${this.#collection.path}: ${pages} pages so far, ${duration(now - started)}`);
    };
  }

  #arrived(run: Run, { items, isWhole }: Reading): Listed {
    const listed = new Listed(items, run.startedAt, isWhole);
    for (const correction of run.corrections) listed.correct(correction);
    if (this.#isOver(run)) this.#known = listed;
    return listed;
  }

  /** False for a run that was dropped on its way. */
  #isOver(run: Run): boolean {
    const isOurs = this.#running === run;
    if (isOurs) this.#running = undefined;
    return isOurs;
  }
}

function hasAll(items: readonly unknown[], wanted: readonly unknown[], idKey: string): boolean {
  const idOf = idIn(idKey);
  const ids = new Set(items.map(idOf));
  return wanted.every((item) => ids.has(idOf(item)));
}
