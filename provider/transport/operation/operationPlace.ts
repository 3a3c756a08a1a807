import type { ApiRequest, ApiResponse } from "../api";
import type { OperationStatus } from "./operationStatus";

/** Where an operation can be looked at. */
export interface OperationPlace {
  readonly id: string;
  readonly request: ApiRequest;
}

/**
 * Where the answer to a change says that its operation is: `Location`, `Operation-Location`, or the id in its body.
 * Addresses are taken as given: they may differ from the request in version and environment. The `Location` of a 201 is
 * that of the new object. `undefined` when it does not say.
 */
export function placeOf(
  { status, headers }: ApiResponse,
  operation: OperationStatus | undefined,
  apiVersion: string,
): OperationPlace | undefined {
  const link = (status === 201 ? undefined : headers.location) ?? headers["operation-location"];
  if (link !== undefined && link !== "") {
    return { id: operation?.id ?? lastSegment(link), request: { method: "GET", path: link } };
  }
  if (operation?.id === undefined) return undefined;
  const path = `/environmentmanagement/operations/${encodeURIComponent(operation.id)}`;
  return { id: operation.id, request: { method: "GET", path, query: { "api-version": apiVersion } } };
}

const lastSegment = (link: string): string => /([^/?#]*)\/?(?:[?#].*)?$/.exec(link)?.[1] ?? "";
