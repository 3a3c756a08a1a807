import { safeCause } from "./safeCause";

/**
 * What is known about the change that a failed call asked for.
 * - `refused`: the service said no before changing anything.
 * - `unknown`: the answer was lost (reset, time-out, 408, 5xx, a cut or unreadable answer): it may have happened.
 * - `neverSent`: nothing left this machine (no such host, connection refused, no token).
 */
export type Outcome = "refused" | "unknown" | "neverSent";

/** The fields of an error, as they came. */
export interface ErrorDetails {
  /** Kind and name, such as `BillingPolicy "payg-emea"`. */
  readonly resource?: string | undefined;
  /** Lifecycle word: check, diff, create, read, update, delete. */
  readonly operation?: string | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** The service's own code from the deepest level of its answer; for a network error the system's (`ECONNRESET`). */
  readonly code?: string | undefined;
  /** All codes of the answer, outermost first. */
  readonly codes?: readonly string[] | undefined;
  /** The service's own words. */
  readonly serviceMessage?: string | undefined;
  /** The id that we sent with the attempt that failed. */
  readonly requestId?: string | undefined;
  /** The id under which the service logged it. */
  readonly correlationId?: string | undefined;
  /** How long the service asked to wait. */
  readonly retryAfterMs?: number | undefined;
  /** The reason why the call was not retried, in words. */
  readonly gaveUp?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

/**
 * Base of every error of this package. Callers branch on the class, `code` or `outcome`, never on the text.
 *
 * What it holds is as it came; a text leaves the process through `tell` or `told` only. Requests, responses and foreign errors
 * are not kept: a `cause` that is not one of our own errors becomes a small copy of name, message and code.
 */
export class PowerPlatformError extends Error implements ErrorDetails {
  declare readonly resource?: string;
  declare readonly operation?: string;
  declare readonly status?: number;
  declare readonly code?: string;
  declare readonly codes?: readonly string[];
  declare readonly serviceMessage?: string;
  declare readonly requestId?: string;
  declare readonly correlationId?: string;
  declare readonly retryAfterMs?: number;
  declare readonly gaveUp?: string;
  declare readonly outcome?: Outcome;

  constructor(message: string, details: ErrorDetails = {}, options: { cause?: unknown } = {}) {
    super(message);
    hidden(this, "name", new.target.name);
    // V8 wrote the head of the stack before the name was known.
    if (this.stack !== undefined) hidden(this, "stack", this.stack.replace(/^Error(?=:|\n|$)/, new.target.name));
    for (const [key, value] of Object.entries(details)) {
      if (value !== undefined) Object.assign(this, { [key]: value as unknown });
    }
    const cause = options.cause instanceof PowerPlatformError ? options.cause : safeCause(options.cause);
    if (cause !== undefined) hidden(this, "cause", cause);
  }
}

function hidden(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: false, configurable: true, writable: true });
}
