import type { Answer } from "./answer";
import { answer } from "./answer";
import type { Call } from "./call";
import type { ContractOperation } from "./contract";

export interface Refusal {
  code: string;
  message: string;
  /** Code of the `innererror`, for the flat shape. */
  innerCode?: string;
  /** Its message. */
  innerMessage?: string;
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

/** The contract has the operation and the emulator does not. */
export const routeNotServed = ({ operationId, method, path }: ContractOperation): Answer =>
  gatewayRefusal(404, {
    code: "RouteNotFound",
    message: `The emulator does not serve ${operationId} (${method} ${path}).`,
  });

/** A fault of the emulator. Clients retry 500 as trouble of the service; 501 they tell. */
export const emulatorFault = (code: string, message: string): Answer =>
  gatewayRefusal(501, { code, message: `A fault of the emulator, not of the service: ${message}` });

function refusalBody(operation: ContractOperation, status: number, refusal: Refusal): object {
  const schema = operation.responses[status]?.content?.["application/json"]?.schema;
  const members = schema?.properties ?? {};
  if (operation.namespace === "licensing" && "title" in members) return problem(status, refusal);
  if ("errorDetail" in members) return lifecycle(refusal);
  if ("errors" in members) return settings(refusal);
  return operation.namespace === "authorization" ? flat(refusal) : wrapped(refusal);
}

const flat = ({ code, message, innerCode, innerMessage }: Refusal): object => ({
  code,
  message,
  ...(innerCode === undefined
    ? {}
    : {
        innererror: { code: innerCode, ...(innerMessage === undefined ? {} : { message: innerMessage }) },
      }),
});

export const wrapped = ({ code, message }: Refusal): object => ({ error: { code, message } });

/** Problem details, of storage warnings. */
const problem = (status: number, { code, message }: Refusal): object => ({ title: code, status, detail: message });

const lifecycle = ({ code, message, field }: Refusal): object => ({
  errorDetail: { code, fieldErrors: field === undefined ? null : { [field]: { errorMessages: [message] } } },
});

const settings = ({ code, message }: Refusal): object => ({
  errors: { code, message, details: [] },
  objectResult: null,
  responseMessage: null,
});
