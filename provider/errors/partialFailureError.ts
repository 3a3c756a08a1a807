import { PowerPlatformError } from "./powerPlatformError";

/**
 * The object exists but is not finished. The error has the live outputs, so the id is in state and the next `up` finishes
 * the object.
 */
export class PartialFailureError extends PowerPlatformError {
  constructor(
    readonly id: string,
    readonly outputs: Readonly<Record<string, unknown>>,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join("\n"));
  }
}
