import type { Call } from "../declare/call";
import type { ResourceDefinition } from "../declare/define";
import type { Values } from "../declare/plainValues";
import type { ApiRequest } from "../transport/api";
import type { Located } from "./located";

/** The request of a declared call. `values` are inputs, or the outputs where it undoes something. */
export function requestOf(
  { apiVersion }: Pick<ResourceDefinition, "apiVersion">,
  call: Call,
  place: Located["place"],
  values: Values,
): ApiRequest {
  return {
    method: call.method,
    path: call.path(place, values),
    query: { "api-version": call.apiVersion ?? apiVersion },
    ...(call.body === undefined ? {} : { body: call.body(place, values) }),
    ...(call.isReplaySafe === undefined ? {} : { isReplaySafe: call.isReplaySafe }),
  };
}
