import { PowerPlatformError } from "../errors";
import type { Values } from "../declare/plainValues";

/**
 * The object exists, but what should have followed did not happen. It carries what is really live, so that the id
 * reaches state and the next `up` finishes the work.
 */
export class PartialFailureError extends PowerPlatformError {
  constructor(
    readonly id: string,
    readonly outputs: Values,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join("\n"));
  }
}
