import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { Values } from "../declare/plainValues";
import { toldFailure } from "../engine/toldFailure";

/**
 * An error as Pulumi's dynamic-provider process wants it: it prints `stack`, so there is none, and it takes `id`,
 * `properties` and `reasons` for an object that exists but is not finished. The text of the provider goes with the
 * properties, or the next refresh and destroy could not run any code.
 */
export function asPulumiError(error: unknown, providerText: unknown): Error {
  const properties = (outputs: Values): Properties =>
    JSON.parse(JSON.stringify({ ...outputs, __provider: providerText })) as Properties;
  const { message, partial } = toldFailure(
    error,
    (outputs) => Struct.fromJavaScript(properties(outputs)).serializeBinary().length,
  );
  const result = new Error(message);
  result.stack = "";
  if (partial === undefined) return result;
  const { id, outputs, reasons } = partial;
  return Object.assign(result, { id, properties: properties(outputs), reasons: [...reasons] });
}

type Properties = Parameters<typeof Struct.fromJavaScript>[0];
