import type { Answer } from "./answer";
import type { Contract } from "./contract";
import type { Delivery } from "./faults/delivery";
import { applyFault } from "./faults/applyFault";
import type { FaultBox } from "./faults/faultBox";
import { contractOf, passGateway } from "./gateway";
import { readSkipToken, skipTokenName } from "./paging";
import type { PendingCall } from "./pendingCall";
import { gatewayRefusal, routeNotFound } from "./refusal";
import type { LoggedRequest, RequestLog } from "./requestLog";
import { redactHeaders } from "./requestLog";
import type { Route } from "./route";
import { findRoute, namespaceOf } from "./route";
import type { World } from "./world";

/** A request as the server received it. */
export interface Incoming {
  method: string;
  /** Path without the query, as sent. */
  path: string;
  search: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  /** Body text; empty when there was none. */
  body: string;
}

/** An answer of the emulator that contradicts the contract: always a fault of the emulator, never of the client. */
export interface ContractViolation {
  operationId: string;
  status: number;
  problems: string[];
  body: unknown;
}

export interface ExchangeContext {
  world: World;
  log: RequestLog;
  faults: FaultBox;
  violations: ContractViolation[];
}

export interface Exchanged {
  delivery: Delivery;
  correlationId: string;
}

/** Takes one API request through log, latency, faults and gateway. */
export async function exchange(context: ExchangeContext, incoming: Incoming): Promise<Exchanged> {
  const { world, log, faults } = context;
  const namespace = namespaceOf(incoming.path);
  const contract = namespace && (await contractOf(namespace));
  const route = contract && findRoute(contract, incoming.method, incoming.path);
  const body = parseBody(incoming.body);
  const correlationId = world.newId();
  const entry = log.open({
    at: new Date(world.clock.now()).toISOString(),
    method: incoming.method,
    path: incoming.path,
    query: Object.fromEntries(incoming.search),
    ...(route === undefined ? {} : { route: route.operation.path, operationId: route.operation.operationId }),
    headers: redactHeaders(incoming.headers),
    ...(body === undefined ? {} : { body }),
    correlationId,
  });
  const fault = faults.take(entry);
  if (world.settings.latencyMs > 0) await world.clock.sleep(world.settings.latencyMs);

  const carryOut = (): Promise<Answer> =>
    contract && route
      ? answerCall(context, { contract, route, incoming, body, entry })
      : Promise.resolve(routeNotFound(incoming.method, incoming.path));
  if (fault === undefined) {
    const answer = await carryOut();
    entry.status = answer.status;
    return { delivery: { kind: "answer", answer }, correlationId };
  }
  entry.fault = fault.kind;
  const delivery = await applyFault(fault, carryOut, (ms) => world.clock.sleep(ms));
  const status = statusOf(delivery);
  if (status !== undefined) entry.status = status;
  return { delivery, correlationId };
}

interface Routed {
  contract: Contract;
  route: Route;
  incoming: Incoming;
  body: unknown;
  entry: LoggedRequest;
}

async function answerCall(context: ExchangeContext, routed: Routed): Promise<Answer> {
  const { contract, route, incoming, body, entry } = routed;
  const { [skipTokenName]: token, ...query } = Object.fromEntries(incoming.search);
  const skip = token === undefined ? 0 : readSkipToken(token);
  if (skip === undefined) {
    return gatewayRefusal(400, {
      code: "InvalidRequest",
      message: `${skipTokenName} is not a token of this service.`,
    });
  }
  const call: PendingCall = {
    world: context.world,
    operation: route.operation,
    params: route.params,
    query,
    skip,
    path: incoming.path,
    body: typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {},
    authorization: header(incoming, "authorization"),
  };
  const request = { method: incoming.method, headers: definedHeaders(incoming), query, body };
  const { answer, violations } = await passGateway(contract, route, request, call);
  entry.carriedOut = answer.status < 400;
  if (violations.length === 0) return answer;
  const { operationId } = route.operation;
  context.violations.push({ operationId, status: answer.status, problems: violations, body: answer.body });
  return gatewayRefusal(500, {
    code: "EmulatorContractViolation",
    message: `A fault of the emulator: its ${answer.status} of ${operationId} is not in the contract: ${violations.join("; ")}`,
  });
}

/** JSON where it is JSON; the raw text otherwise, which validation then refuses; undefined when there is none. */
function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function statusOf(delivery: Delivery): number | undefined {
  if (delivery.kind === "answer" || delivery.kind === "truncated") return delivery.answer.status;
  return delivery.kind === "text" ? delivery.status : undefined;
}

function header(incoming: Incoming, name: string): string | undefined {
  const value = incoming.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const definedHeaders = (incoming: Incoming): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(incoming.headers).filter(
      (pair): pair is [string, string | string[]] => pair[1] !== undefined,
    ),
  );
