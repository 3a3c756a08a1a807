import type { Context, Handler } from "openapi-backend";
import { refuseAccess } from "./access";
import type { Answer } from "./answer";
import type { Call } from "./call";
import { answerProblems } from "./answerProblems";
import type { Contract, ContractOperation, Namespace } from "./contract";
import { loadContract } from "./contract";
import { operations } from "./operations";
import type { PendingCall } from "./pendingCall";
import { refuse } from "./refusal";
import type { Route } from "./route";
import { describeErrors } from "./validationMessage";

export const contractOf = (namespace: Namespace): Promise<Contract> =>
  loadContract(namespace, { operations: handlers, security: letIn });

/** Whether the emulator has the operation, which the contract has in any case. */
export const isServed = ({ operationId }: ContractOperation): boolean => operationId in operations;

export interface GatewayRequest {
  method: string;
  headers: Record<string, string | string[]>;
  query: Record<string, string | string[]>;
  /** Parsed JSON, the raw text when it does not parse, or undefined. */
  body: unknown;
}

export interface GatewayResult {
  answer: Answer;
  /** What in the answer contradicts the contract; a fault of the emulator. */
  problems: string[];
}

/** Takes a routed request through access checks, validation and its operation, and checks the answer. */
export async function passGateway(
  contract: Contract,
  route: Route,
  request: GatewayRequest,
  call: PendingCall,
): Promise<GatewayResult> {
  const answered = (await contract.backend.handleRequest({ ...request, path: route.canonicalPath }, call)) as Answer;
  const answer =
    answered.body === undefined
      ? answered
      : { ...answered, body: JSON.parse(JSON.stringify(answered.body)) as unknown };
  return { answer, problems: answerProblems(contract, route.operation, answer) };
}

const carryOut =
  (operation: (call: Call) => Answer): Handler =>
  (_context: Context, call: PendingCall): Answer => {
    if (call.principal === undefined) throw new Error("The call has no principal.");
    return operation({ ...call, principal: call.principal });
  };

const letIn: Handler = (_context: Context, call: PendingCall) => {
  const refusal = refuseAccess(call);
  if (refusal) call.refusal = refusal;
  return refusal === undefined;
};

/** How licensing refuses a text that is none of an enumeration, a storage currency for one (one tenant, September 2026). */
const conversionRefused = "Error converting value";

const handlers: Record<string, Handler> = {
  ...Object.fromEntries(Object.entries(operations).map(([id, operation]) => [id, carryOut(operation)])),
  unauthorizedHandler: (_context: Context, call: PendingCall) => call.refusal,
  validationFail: (context: Context, call: PendingCall): Answer => {
    const errors = context.validation.errors ?? [];
    const described = describeErrors(errors);
    const isConversion = call.operation.namespace === "licensing" && errors.some(({ keyword }) => keyword === "enum");
    return refuse(call, 400, {
      code: call.operation.namespace === "environmentmanagement" ? "InputValidationError" : "InvalidRequest",
      message: [...(isConversion ? [conversionRefused] : []), ...described.map(({ message }) => message)].join("; "),
      field: described[0]?.field ?? "request",
    });
  },
};
