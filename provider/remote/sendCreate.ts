import type { ResourceDefinition } from "../declare/define";
import type { ApiRequest, ApiResponse } from "../transport/api";
import type { RemoteContext } from "./context";

/** Sends a create, again while the service refuses it with a code that ends by itself. */
export const sendCreate = (
  { waitsFor }: ResourceDefinition,
  request: ApiRequest,
  { api, signal }: RemoteContext,
  waitMs: number,
): Promise<ApiResponse> => api.send({ ...request, waitFor: waitsFor && { codes: waitsFor, waitMs }, signal });
