import type { Answer } from "./answer";
import { answer } from "./answer";
import type { Call } from "./call";
import type { ContractOperation } from "./contract";

export interface Refusal {
  code: string;
  message: string;
  /** Code of the `innererror`, for the flat shape. */
  innerCode?: string;
  /** Field the refusal is about, for the lifecycle shape. */
  field?: string;
}

/**
 * A refusal in the shape the contract gives for this operation and status: flat (authorization), wrapped in `error`
 * (groups, licensing), `errorDetail` (lifecycle and provisioning), `errors` (settings).
 */
export function refuse(call: Pick<Call, "operation">, status: number, refusal: Refusal): Answer {
  return answer(status, refusalBody(call.operation, status, refusal));
}

/** The flat error of the gateway. */
export function gatewayRefusal(status: number, refusal: Refusal, headers?: Record<string, string>): Answer {
  return { ...answer(status, flat(refusal), headers), undocumented: true };
}

export const routeNotFound = (method: string, path: string): Answer =>
  gatewayRefusal(404, { code: "RouteNotFound", message: `No route matches ${method} ${path}.` });

function refusalBody(operation: ContractOperation, status: number, refusal: Refusal): object {
  const schema = operation.responses[status]?.content?.["application/json"]?.schema;
  const members = schema?.properties ?? {};
  if ("errorDetail" in members) return lifecycle(refusal);
  if ("errors" in members) return settings(refusal);
  return operation.namespace === "authorization" ? flat(refusal) : wrapped(refusal);
}

const flat = ({ code, message, innerCode }: Refusal): object => ({
  code,
  message,
  ...(innerCode === undefined ? {} : { innererror: { code: innerCode } }),
});

export const wrapped = ({ code, message }: Refusal): object => ({ error: { code, message } });

const lifecycle = ({ code, message, field }: Refusal): object => ({
  errorDetail: { code, fieldErrors: { [field ?? "request"]: { errorMessages: [message] } } },
});

const settings = ({ code, message }: Refusal): object => ({
  errors: { code, message, details: [] },
  objectResult: null,
  responseMessage: null,
});
