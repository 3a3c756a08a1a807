import { PowerPlatformError, type ErrorDetails } from "./powerPlatformError";

/** One check failure. */
export interface Failure {
  /** Name or path of the property, such as `billingInstrument.subscriptionId`. */
  readonly property: string;
  /** Lower case, no full stop. */
  readonly reason: string;
}

/** Invalid inputs: all failures at once, found offline. */
export class ValidationError extends PowerPlatformError {
  declare readonly failures: readonly Failure[];

  constructor(
    message: string,
    details: ErrorDetails & { readonly failures: readonly Failure[] },
    options: { cause?: unknown } = {},
  ) {
    super(message, details, options);
  }
}
