import { HttpError, readServiceError } from "../errors";
import { isValues } from "../declare/plainValues";
import type { ApiRequest, ApiResponse } from "../transport/api";

/** Settings answer 200, also with failures, which are in `errors`. @throws HttpError with the service's code and words */
export function refuseErrors({ method, path }: ApiRequest, { status, body, requestId }: ApiResponse): void {
  if (!isValues(body) || body.errors === null || body.errors === undefined) return;
  const { code, codes, message } = readServiceError({ errors: body.errors });
  if (code === undefined && message === undefined) return;
  const said = message ?? code ?? "";
  throw new HttpError(`${method} ${path} answered ${status} and an error: ${said} (request id ${requestId})`, {
    status,
    codes,
    requestId,
    outcome: "refused",
    code,
    serviceMessage: message,
  });
}
