import type { Api } from "./api";
import { type Correction, Listed } from "./listed";
import { listAll } from "./paginate";

export type Query = Readonly<Record<string, string>>;

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

  constructor(api: Api, path: string, query: Query) {
    this.#read = () => listAll(api, { method: "GET", path, query });
  }

  /** What is known, else what is on its way or about to start, else a new run. */
  shared(): Promise<Listed> {
    if (this.#known !== undefined) return Promise.resolve(this.#known);
    return this.#running?.listed ?? this.#waiting ?? this.#start();
  }

  /** A run that starts after this call. */
  next(): Promise<Listed> {
    if (this.#running !== undefined) this.#waiting ??= this.#startAfter(this.#running);
    return this.#waiting ?? this.#start();
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

  async #startAfter(run: Run): Promise<Listed> {
    await run.listed.catch(() => undefined);
    return this.#start();
  }

  #start(): Promise<Listed> {
    const listed = this.#read().then(
      (read) => this.#arrived(run, new Listed(read)),
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
