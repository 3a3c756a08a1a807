import type { Api, ApiRequest, ApiResponse } from "../../../provider/transport";

export interface ScriptedApi extends Api {
  readonly requests: ApiRequest[];
}

/** Answers each request with the body that `answer` gives for it. */
export function scriptedApi(answer: (request: ApiRequest, index: number) => unknown): ScriptedApi {
  const requests: ApiRequest[] = [];
  return {
    requests,
    async send(request): Promise<ApiResponse> {
      requests.push(request);
      const body = await answer(request, requests.length - 1);
      return {
        status: body === undefined ? 204 : 200,
        headers: {},
        body,
        requestId: `req-${requests.length}`,
      };
    },
  };
}
