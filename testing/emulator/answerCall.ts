import type { Answer } from "./answer";
import type { Contract } from "./contract";
import type { ContractViolation } from "./contractViolation";
import type { GatewayResult } from "./gateway";
import { passGateway } from "./gateway";
import type { Incoming } from "./incoming";
import { readSkipToken, skipTokenName } from "./paging";
import type { PendingCall } from "./pendingCall";
import { emulatorFault, gatewayRefusal } from "./refusal";
import type { LoggedRequest } from "./requestLog";
import type { Route } from "./route";
import type { TenantState } from "./tenantState";

/** A request whose operation was found. */
export interface Routed {
  contract: Contract;
  route: Route;
  incoming: Incoming;
  /** Parsed JSON, the raw text when it does not parse, or undefined. */
  body: unknown;
  entry: LoggedRequest;
}

/** Answers a routed request. A fault of the emulator, such as an answer that contradicts the contract, is recorded and told. */
export async function answerCall(
  tenantState: TenantState,
  violations: ContractViolation[],
  routed: Routed,
): Promise<Answer> {
  const { [skipTokenName]: token, ...query } = Object.fromEntries(routed.incoming.search);
  const skip = token === undefined ? 0 : readSkipToken(token);
  if (skip === undefined) {
    return gatewayRefusal(400, {
      code: "InvalidRequest",
      message: `${skipTokenName} is not a token of this service.`,
    });
  }
  const { operationId } = routed.route.operation;
  const { answer, problems, threw } = await passOrCatch(tenantState, routed, query, skip);
  routed.entry.carriedOut = answer.status < 400;
  if (problems.length === 0) return answer;
  violations.push({ operationId, status: answer.status, problems, body: answer.body });
  return threw
    ? emulatorFault("EmulatorFault", `${operationId} failed: ${problems.join("; ")}`)
    : emulatorFault(
        "EmulatorContractViolation",
        `its ${answer.status} of ${operationId} is not in the contract: ${problems.join("; ")}`,
      );
}

async function passOrCatch(
  tenantState: TenantState,
  { contract, route, incoming, body }: Routed,
  query: Record<string, string>,
  skip: number,
): Promise<GatewayResult & { threw?: boolean }> {
  const call: PendingCall = {
    tenantState,
    operation: route.operation,
    params: route.params,
    query,
    skip,
    path: incoming.path,
    body: typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {},
    authorization: header(incoming, "authorization"),
  };
  const request = { method: incoming.method, headers: definedHeaders(incoming), query, body };
  try {
    return await passGateway(contract, route, request, call);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { answer: { status: 500 }, problems: [problem], threw: true };
  }
}

function header(incoming: Incoming, name: string): string | undefined {
  const value = incoming.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const definedHeaders = (incoming: Incoming): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(incoming.headers).filter((pair): pair is [string, string | string[]] => pair[1] !== undefined),
  );
