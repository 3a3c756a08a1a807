import { PowerPlatformError, type ErrorDetails } from "./powerPlatformError";

/** One thing that is wrong with what the program declared. */
export interface Failure {
  /** Name or path of the property, such as `billingInstrument.subscriptionId`. */
  readonly property: string;
  /** Lower case, no full stop. */
  readonly reason: string;
}

/** What was declared is not valid; all failures at once, found without asking the service. */
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
