import { PowerPlatformError, type ErrorDetails } from "./powerPlatformError";

/**
 * - `cutOff`: the answer ended early, or is JSON that does not parse.
 * - `notJson`: something else answered, such as a proxy's page.
 * - `tooLarge`: more than the client accepts.
 * - `shape`: JSON, but not what this call answers with: no items, a next link that repeats or leads elsewhere.
 */
export type BadResponseReason = "cutOff" | "notJson" | "tooLarge" | "shape";

/** An answer that cannot be used. Of a write it may hide a success, so `outcome` is `unknown`. */
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
