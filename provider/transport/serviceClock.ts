import type { Clock } from "./clock";

/**
 * The clock of the service, as its `Date` headers tell it. What the service has made is dated by this clock, and that of the
 * machine may be minutes away from it.
 */
export class ServiceClock {
  readonly #clock: Pick<Clock, "now">;
  #aheadMs = 0;

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  /** Takes the `Date` header of an answer that has just arrived. */
  observe(date: string | undefined): void {
    const at = Date.parse(date ?? "");
    if (!Number.isNaN(at)) this.#aheadMs = at - this.#clock.now();
  }

  /** Milliseconds since 1970: not after the service's own time, and at most a second and the way of an answer before it. */
  now(): number {
    return this.#clock.now() + this.#aheadMs;
  }
}
