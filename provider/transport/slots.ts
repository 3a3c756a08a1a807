import { abortReason, onAbort } from "./abort";

interface Waiting {
  readonly order: number;
  readonly go: () => void;
}

/**
 * So many at a time, the lowest order number first. Told that it was too much, it goes on one at a time and lets one more
 * in with every answer, as TCP does: those who waited do not all come back at once.
 */
export class Slots {
  readonly #most: number;
  #allowed: number;
  #taken = 0;
  /** Counts how often it was too much. */
  #slowDowns = 0;
  readonly #queue: Waiting[] = [];

  constructor(most: number) {
    this.#most = most;
    this.#allowed = most;
  }

  /** Resolves when it is the caller's turn; rejects when aborted before. */
  async take(order: number, signal?: AbortSignal): Promise<Slot> {
    signal?.throwIfAborted();
    if (this.#taken < this.#allowed && this.#queue.length === 0) this.#taken += 1;
    else await this.#turn(order, signal);
    const since = this.#slowDowns;
    return {
      slowDown: () => {
        this.#slowDowns += 1;
        this.#allowed = 1;
      },
      speedUp: () => {
        // What was sent before the slow-down says nothing about now.
        if (since === this.#slowDowns && this.#allowed < this.#most) this.#allowed += 1;
      },
      release: () => {
        this.#taken -= 1;
        this.#serve();
      },
    };
  }

  #serve(): void {
    while (this.#taken < this.#allowed) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#taken += 1;
      next.go();
    }
  }

  #turn(order: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        order,
        go: () => {
          forget();
          resolve();
        },
      };
      const forget = onAbort(signal, () => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(abortReason(signal));
      });
      this.#queue.splice(this.#place(order), 0, waiting);
    });
  }

  /** Behind all that have waited longer. */
  #place(order: number): number {
    const behind = this.#queue.findIndex((waiting) => waiting.order > order);
    return behind === -1 ? this.#queue.length : behind;
  }
}

/** A turn that somebody has. */
export interface Slot {
  /** The answer asked to slow down. */
  slowDown(): void;
  /** The answer did not. */
  speedUp(): void;
  /** Ends the turn. Exactly once. */
  release(): void;
}
