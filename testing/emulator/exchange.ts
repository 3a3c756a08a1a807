import type { Answer } from "./answer";
import { answerCall } from "./answerCall";
import type { ContractViolation } from "./contractViolation";
import type { Delivery } from "./faults/delivery";
import { applyFault } from "./faults/applyFault";
import type { FaultBox } from "./faults/faultBox";
import { contractOf, isServed } from "./gateway";
import type { Incoming } from "./incoming";
import { emulatorFault, routeNotFound, routeNotServed } from "./refusal";
import type { LoggedRequest, RequestLog } from "./requestLog";
import { redactHeaders } from "./requestLog";
import { isCheck } from "./call";
import { findRoute, namespaceOf, type Route } from "./route";
import type { TenantState } from "./tenantState";

export interface ExchangeContext {
  tenantState: TenantState;
  log: RequestLog;
  faults: FaultBox;
  violations: ContractViolation[];
}

export interface Exchanged {
  delivery: Delivery;
  correlationId: string;
  /** What the log says of the request. Absent for the answer of a fault. */
  entry?: LoggedRequest;
}

/** Takes one API request through log, latency, faults and gateway. An exception on the way is a fault of the emulator. */
export async function exchange(context: ExchangeContext, incoming: Incoming): Promise<Exchanged> {
  try {
    return await pass(context, incoming);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const operationId = `${incoming.method} ${incoming.path}`;
    context.violations.push({ operationId, status: 500, problems: [problem], body: undefined });
    const answer = emulatorFault("EmulatorFault", `${operationId} failed: ${problem}`);
    return { delivery: { kind: "answer", answer }, correlationId: context.tenantState.newId() };
  }
}

async function pass(context: ExchangeContext, incoming: Incoming): Promise<Exchanged> {
  const { tenantState, log, faults, violations } = context;
  const namespace = namespaceOf(incoming.path);
  const contract = namespace && (await contractOf(namespace));
  const route = contract && findRoute(contract, incoming.method, incoming.path);
  const body = parseBody(incoming.body);
  const correlationId = tenantState.newId();
  const entry = log.open({
    at: new Date(tenantState.clock.now()).toISOString(),
    method: incoming.method,
    path: incoming.path,
    query: Object.fromEntries(incoming.search),
    ...(route === undefined ? {} : { route: route.operation.path, operationId: route.operation.operationId }),
    isRead: isRead(route, incoming),
    headers: redactHeaders(incoming.headers),
    ...(body === undefined ? {} : { body }),
    correlationId,
  });
  const fault = faults.take(entry);
  if (tenantState.settings.latencyMs > 0) await tenantState.clock.sleep(tenantState.settings.latencyMs);

  const carryOut = async (): Promise<Answer> => {
    if (!contract || !route) return routeNotFound(incoming.method, incoming.path);
    if (!isServed(route.operation)) return routeNotServed(route.operation);
    return answerCall(tenantState, violations, { contract, route, incoming, body, entry });
  };
  if (fault === undefined) {
    const answer = await carryOut();
    entry.status = answer.status;
    return { delivery: { kind: "answer", answer }, correlationId, entry };
  }
  entry.fault = fault.kind;
  const delivery = await applyFault(fault, carryOut, (ms) => tenantState.clock.sleep(ms));
  const status = statusOf(delivery);
  if (status !== undefined) entry.status = status;
  return { delivery, correlationId };
}

/** A check (`ValidateOnly`) changes nothing, whatever its method. */
const isRead = (route: Route | undefined, { method, search }: Incoming): boolean =>
  isCheck(Object.fromEntries(search)) || (route?.operation.isRead ?? method === "GET");

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
