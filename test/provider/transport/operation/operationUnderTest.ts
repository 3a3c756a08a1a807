import {
  type Api,
  type ApiRequest,
  type ApiResponse,
  awaitOperation,
  type OperationOptions,
  type OperationResult,
} from "../../../../provider/transport";
import { fakeClock, type FakeClock } from "../../../fakeClock";
import { endpoint } from "../apiUnderTest";

type Given = Partial<ApiResponse> | Error;

export interface Waiting {
  readonly clock: FakeClock;
  readonly requests: ApiRequest[];
  readonly progress: string[];
  end(accepted: Partial<ApiResponse>, options?: Partial<OperationOptions>): Promise<OperationResult>;
}

const response = (given: Partial<ApiResponse>, requestId: string): ApiResponse => ({
  status: 200,
  headers: {},
  body: undefined,
  requestId,
  ...given,
});

/** Waits for the end of a change while the looks at its operation see this, the last of it for ever. */
export function waiting(...looks: readonly Given[]): Waiting {
  const clock = fakeClock();
  const requests: ApiRequest[] = [];
  const progress: string[] = [];
  const api: Api = {
    send: (request) => {
      requests.push(request);
      const given = looks[Math.min(requests.length, looks.length) - 1] ?? {};
      return given instanceof Error
        ? Promise.reject(given)
        : Promise.resolve(response(given, `look-${requests.length}`));
    },
  };
  return {
    clock,
    requests,
    progress,
    end: (accepted, options = {}) =>
      awaitOperation(api, response(accepted, "change-1"), {
        apiVersion: "2024-10-01",
        timeoutMs: 600_000,
        clock,
        onProgress: (line) => progress.push(line),
        ...options,
      }),
  };
}

export const location = `${endpoint}/environmentmanagement/environmentGroupOperations/op-1?api-version=1`;
export const accepted = { status: 202, headers: { location } };
export const group = (word: string): Partial<ApiResponse> => ({
  body: { id: "op-1", state: { id: word }, type: { id: "Edit" } },
});
export const lifecycle = (word: string, more: object = {}): Partial<ApiResponse> => ({
  body: { operationId: "op-1", status: word, errorDetail: null, ...more },
});
