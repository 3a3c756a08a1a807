import { isValues, type Values } from "../../declare/plainValues";
import { BadResponseError, NotFoundError } from "../../errors";
import { refuseErrors } from "../../remote/refuseErrors";
import type { Api } from "../../transport";
import type { FunctionDefinition } from "../defineFunction";
import { requestOf } from "./requestOf";

/**
 * The object that the function asks for.
 * @throws NotFoundError when it does not exist, which 204 says too; BadResponseError of an answer without an object.
 */
export async function readObject(called: FunctionDefinition, given: Values, api: Api): Promise<Values> {
  const request = requestOf(called, given);
  const response = await api.send(request);
  refuseErrors(request, response);
  const { status, body, requestId } = response;
  if (status === 204) {
    throw new NotFoundError(`GET ${request.path} answered 204: there is none (request id ${requestId})`, {
      status,
      requestId,
    });
  }
  const found = isValues(body) ? called.of(body) : undefined;
  if (isValues(found)) return found;
  throw new BadResponseError(`GET ${request.path} answered ${status} without an object (request id ${requestId})`, {
    reason: "shape",
    status,
    requestId,
  });
}
