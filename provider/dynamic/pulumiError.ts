import { PartialFailureError } from "../lifecycle/partialFailure";

/**
 * An error as Pulumi's dynamic-provider process wants it: it prints `stack`, so there is none, and it takes `id`,
 * `properties` and `reasons` for an object that exists but is not finished. The text of the provider goes with the
 * properties, or the next refresh and destroy could not run any code.
 */
export function asPulumiError(error: unknown, providerText: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const result = new Error(message);
  result.stack = "";
  if (!(error instanceof PartialFailureError)) return result;
  const properties = JSON.parse(JSON.stringify({ ...error.outputs, __provider: providerText })) as unknown;
  return Object.assign(result, { id: error.id, properties, reasons: [...error.reasons] });
}
