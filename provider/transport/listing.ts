import type { Api } from "./api";
import type { Clock } from "./clock";
import { type Correction, Listed } from "./listed";
import { listAll } from "./paginate";

export type Query = Readonly<Record<string, string>>;

/** How many times as long as a listing takes one waits for others to share it. */
const patience = 3;

interface Run {
  readonly listed: Promise<Listed>;
  /** Own writes since it started. */
  readonly corrections: Correction[];
}

/** The listing of one collection: what is known, what is on its way, and what is asked for next. */
export class Listing {
  readonly #read: () => Promise<unknown[]>;
  #known: Listed | undefined;
  #running: Run | undefined;
  /** Starts when the running one ends. */
  #waiting: Promise<Listed> | undefined;

  readonly #clock: Clock;
  /** What the last run took. */
  #lastMs = 0;

  constructor(api: Api, path: string, query: Query, clock: Clock) {
    this.#read = () => listAll(api, { method: "GET", path, query });
    this.#clock = clock;
  }

  /** What is known, else what is on its way or about to start, else a new run. */
  shared(): Promise<Listed> {
    if (this.#known !== undefined) return Promise.resolve(this.#known);
    return this.#running?.listed ?? this.#waiting ?? this.#start();
  }

  /**
   * A run that starts after this call, and after the one that is on its way.
   * @param joined resolves when nobody else is about to ask; it is waited for no longer than a few runs take
   */
  next(joined?: () => Promise<void>): Promise<Listed> {
    if (this.#waiting === undefined && this.#running === undefined && joined === undefined)
      return this.#start();
    this.#waiting ??= this.#startAfter(this.#running, joined);
    return this.#waiting;
  }

  correct(correction: Correction): void {
    this.#running?.corrections.push(correction);
    this.#known?.correct(correction);
  }

  /** A run that is on its way goes on for its callers and is not kept; one that has not started is not concerned. */
  drop(): void {
    this.#known = undefined;
    this.#running = undefined;
  }

  async #startAfter(run: Run | undefined, joined?: () => Promise<void>): Promise<Listed> {
    await run?.listed.catch(() => undefined);
    if (joined !== undefined) await this.#patiently(joined());
    return this.#start();
  }

  async #patiently(joined: Promise<void>): Promise<void> {
    const over = new AbortController();
    const pause = this.#clock.sleep(patience * this.#lastMs, over.signal).catch(() => undefined);
    await Promise.race([joined, pause]);
    over.abort();
  }

  #start(): Promise<Listed> {
    const started = this.#clock.now();
    const listed = this.#read().then(
      (read) => {
        this.#lastMs = this.#clock.now() - started;
        return this.#arrived(run, new Listed(read));
      },
      (error: unknown) => {
        this.#isOver(run);
        throw error;
      },
    );
    const run: Run = { listed, corrections: [] };
    this.#running = run;
    this.#waiting = undefined;
    return listed;
  }

  #arrived(run: Run, listed: Listed): Listed {
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
