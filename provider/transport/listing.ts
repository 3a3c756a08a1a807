import { PowerPlatformError } from "../errors";
import type { Api } from "./api";
import type { Clock } from "./clock";
import { type Correction, idIn, Listed } from "./listed";
import { listPages, type Pages } from "./paginate";
import { duration } from "./poll";

export type Query = Readonly<Record<string, string>>;

/** How many times as long as a listing takes one waits for others to share it. */
const patience = 3;

/** A reading that takes longer is told of, and again each time as much has passed. */
const silentForMs = 10_000;

/** How often a list is read until two readings agree. */
const mostReadings = 6;

/** Resolves when nobody else is about to ask; `undefined` when nobody is now. */
type Others = () => Promise<void> | undefined;

interface Reading {
  /** What the service gave, and our own writes since. */
  readonly listed: Listed;
  readonly given: Pages;
  /** What the service gave the time before. */
  readonly before?: Pages;
}

interface Run {
  readonly reading: Promise<Reading>;
  /** Own writes since it started. */
  readonly corrections: Correction[];
}

/** The listing of one collection: what is known, what is on its way, and what is asked for next. */
export class Listing {
  readonly #path: string;
  readonly #read: (onPage: (pages: number) => void) => Promise<Pages>;
  #known: Reading | undefined;
  #running: Run | undefined;
  /** Starts when the running one ends. */
  #waiting: Promise<Reading> | undefined;
  #completing: Promise<Listed> | undefined;
  #lastGiven: Pages | undefined;
  /** Readings that are proven to have left nothing out. */
  readonly #complete = new WeakSet<Pages>();

  readonly #clock: Clock;
  readonly #tell: (line: string) => void;
  /** What the last run took. */
  #lastMs = 0;

  /** @param tell takes a line while reading takes long */
  constructor(api: Api, path: string, query: Query, clock: Clock, tell: (line: string) => void) {
    this.#path = path;
    this.#read = (onPage) => listPages(api, { method: "GET", path, query }, { onPage });
    this.#clock = clock;
    this.#tell = tell;
  }

  /** What is known, else what is on its way or about to start, else a new run. */
  async shared(): Promise<Listed> {
    const reading = this.#known ?? (await (this.#running?.reading ?? this.#waiting ?? this.#start()));
    return reading.listed;
  }

  /**
   * A run that starts after this call, and after the one that is on its way.
   * @param others who may be about to ask, until when; they are waited for no longer than a few runs take
   */
  async next(others?: Others): Promise<Listed> {
    return (await this.#next(others)).listed;
  }

  /**
   * What is known where it proves that everything else does not exist; otherwise the list is read until it does. Of several
   * pages one reading proves nothing: whoever deletes an item of a page that was read moves another one over the border of
   * the next page, where nobody sees it. A reading left nothing out when it has all that the one before it had.
   * @throws PowerPlatformError when no two readings agree.
   */
  async complete(idKey: string): Promise<Listed> {
    if (this.#known !== undefined && this.#isComplete(this.#known, idKey)) return this.#known.listed;
    this.#completing ??= this.#readUntilComplete(idKey).finally(() => (this.#completing = undefined));
    return this.#completing;
  }

  correct(correction: Correction): void {
    this.#running?.corrections.push(correction);
    this.#known?.listed.correct(correction);
  }

  /** A run that is on its way goes on for its callers and is not kept; one that has not started is not concerned. */
  drop(): void {
    this.#known = undefined;
    this.#running = undefined;
  }

  #next(others?: Others): Promise<Reading> {
    if (this.#waiting === undefined && this.#running === undefined && others?.() === undefined)
      return this.#start();
    this.#waiting ??= this.#startAfter(this.#running, others);
    return this.#waiting;
  }

  async #startAfter(run: Run | undefined, others?: Others): Promise<Reading> {
    await run?.reading.catch(() => undefined);
    const asked = others?.();
    if (asked !== undefined) await this.#patiently(asked);
    return this.#start();
  }

  async #patiently(asked: Promise<void>): Promise<void> {
    const over = new AbortController();
    const pause = this.#clock.sleep(patience * this.#lastMs, over.signal).catch(() => undefined);
    await Promise.race([asked, pause]);
    over.abort();
  }

  #start(): Promise<Reading> {
    const started = this.#clock.now();
    const reading = this.#read(this.#teller(started)).then(
      (given) => {
        this.#lastMs = this.#clock.now() - started;
        return this.#arrived(run, given);
      },
      (error: unknown) => {
        this.#isOver(run);
        throw error;
      },
    );
    const run: Run = { reading, corrections: [] };
    this.#running = run;
    this.#waiting = undefined;
    return reading;
  }

  #teller(started: number): (pages: number) => void {
    let told = started;
    return (pages) => {
      const now = this.#clock.now();
      if (now - told < silentForMs) return;
      told = now;
      this.#tell(`reading ${this.#path}: ${pages} pages so far, ${duration(now - started)}`);
    };
  }

  #arrived(run: Run, given: Pages): Reading {
    const listed = new Listed(given.items);
    for (const correction of run.corrections) listed.correct(correction);
    const before = this.#lastGiven;
    this.#lastGiven = given;
    const reading: Reading = { listed, given, ...(before === undefined ? {} : { before }) };
    if (this.#isOver(run)) this.#known = reading;
    return reading;
  }

  #isComplete({ given, before }: Reading, idKey: string): boolean {
    if (given.pages === 1 || this.#complete.has(given)) return true;
    if (before === undefined || !hasAll(given.items, before.items, idKey)) return false;
    this.#complete.add(given);
    return true;
  }

  async #readUntilComplete(idKey: string): Promise<Listed> {
    for (let readings = 1; readings <= mostReadings; readings++) {
      const reading = await this.#next();
      if (this.#isComplete(reading, idKey)) return reading.listed;
    }
    throw new PowerPlatformError(
      `GET ${this.#path} gave another list each of ${mostReadings} times: objects are being deleted meanwhile, so nobody can say what does not exist.\n  Run the command again when that is over.`,
    );
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
