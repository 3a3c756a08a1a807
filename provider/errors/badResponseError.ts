import { PowerPlatformError, type ErrorDetails } from "./powerPlatformError";

/**
 * - `cutOff`: the answer ended early, or is JSON that does not parse.
 * - `notJson`: something else answered, such as a proxy's page.
 * - `tooLarge`: more than the client accepts.
 * - `shape`: JSON of another shape than expected: no items, a next link that repeats or leads to another host.
 */
export type BadResponseReason = "cutOff" | "notJson" | "tooLarge" | "shape";

/** An answer that cannot be used. The write may have succeeded, so `outcome` is `unknown`. */
export class BadResponseError extends PowerPlatformError {
  declare readonly reason: BadResponseReason;

  constructor(
    message: string,
    details: ErrorDetails & { readonly reason: BadResponseReason },
    options: { cause?: unknown } = {},
  ) {
    super(message, { outcome: "unknown", ...details }, options);
  }
}
