import { ConflictError, PowerPlatformError, retell } from "../errors";
import type { Values } from "../declare/plainValues";
import type { ApiResponse } from "../transport/api";
import { growingWaitMs } from "../transport/backoff";
import { awaitOperation, isOfOperation, isUnplaced, type OperationResult } from "../transport/operation/awaitOperation";
import { unfinishedError } from "../transport/operation/operationErrors";
import { duration, poll } from "../transport/poll";
import type { RemoteContext } from "./context";
import type { Located } from "./located";
import { type Before, idOfOperation, isRunning, listOperations, newOperation } from "./operationList";
import { pollListing } from "./pollListing";
import { reportProgress } from "./reportProgress";

/** A change that the service may carry out after its answer. */
export interface Change {
  /** Kind and name, for reports of the wait. */
  readonly resource: string;
  readonly apiVersion: string;
  readonly waitMs: number;
  /** The environment whose operation list shows the change. Default: the answer says where its operation is. */
  readonly environmentId?: string | undefined;
  /** Changes with one of these keys in common take turns, such as `group {id}`. Those of one environment do in any case. */
  readonly turns?: readonly string[] | undefined;
  /** Whether the live object is as asked. It decides where no operation is shown. */
  readonly isDone?: () => Promise<boolean>;
}

/** A change of the object at a place, as its kind declares it. */
export const changeOf = ({ definition, place }: Located, resource: string, waitMs: number): Change => ({
  resource,
  apiVersion: definition.apiVersion,
  waitMs,
  environmentId: definition.environmentOf?.(place),
  turns: definition.turnsOf?.(place),
});

/** Refusals of a lifecycle call while another operation runs (409, the code of the sister API). */
export const busyCodes: readonly string[] = ["OperationNotStartable"];

/**
 * Sends a change and waits for its end. Changes of one environment or group take turns inside the process. A refusal because
 * another operation runs is waited for within the time of the change. If the answer is lost, the operation list shows whether
 * the change was accepted.
 * @param send the request; `undefined` if there was nothing to send
 */
export function carryOut(
  change: Change,
  send: () => Promise<ApiResponse | undefined>,
  context: RemoteContext,
): Promise<OperationResult> {
  const { environmentId, turns = [] } = change;
  const keys = [...turns, ...(environmentId === undefined ? [] : [`environment ${environmentId}`])];
  const task = async (): Promise<OperationResult> => {
    const { answer, before } = await sendWhenIdle(change, send, context);
    return answer === undefined ? { body: undefined } : awaitChange(answer, change, context, before);
  };
  return inTurn([...new Set(keys.map((key) => key.toLowerCase()))].sort(), task, context);
}

/** Keys in one order for everybody, so that nobody waits in a circle. */
const inTurn = <T>([key, ...others]: readonly string[], task: () => Promise<T>, context: RemoteContext): Promise<T> =>
  key === undefined ? task() : context.locks.run(key, () => inTurn(others, task, context));

/**
 * Waits for the end of an accepted change. A bare 202 says nothing of its operation: then the operation list of the environment
 * shows it, or the live object decides. Any other 2xx of such a change may come with an operation as well.
 * @param before what was known of the operations before the change was sent; default: everything in the list may be its own
 * @throws as `awaitOperation`
 */
export async function awaitChange(
  answer: ApiResponse,
  change: Change,
  context: RemoteContext,
  before: Before = { at: -Infinity, ids: new Set() },
): Promise<OperationResult> {
  const { environmentId, isDone, apiVersion } = change;
  if (!isUnplaced(answer, apiVersion)) {
    const isSilent = environmentId !== undefined && isDone !== undefined && !isOfOperation(answer);
    const found = isSilent ? await pollListing(() => look(change, before, context), isSeen, context) : undefined;
    if (found?.operation === undefined) return awaitEnd(answer, change, context, change.waitMs);
    return awaitEnd(asAccepted(found.operation, answer), change, context, change.waitMs);
  }
  if (environmentId === undefined && isDone === undefined) return awaitEnd(answer, change, context, change.waitMs);
  const started = context.clock.now();
  const { operation } = await poll({
    read: () => look(change, before, context),
    isDone: isSeen,
    what: "running",
    describe: () => "no operation of it is listed",
    timeoutMs: change.waitMs,
    clock: context.clock,
    onWait: reportProgress(context, change.resource),
    signal: context.signal,
  }).catch((error: unknown) => {
    throw unfinishedError("the change", error, context.signal);
  });
  if (operation === undefined) return { body: undefined };
  const leftMs = change.waitMs - (context.clock.now() - started);
  return awaitEnd(asAccepted(operation, answer), change, context, leftMs);
}

/** What shows how far a change is. */
interface Looked {
  readonly operation: Values | undefined;
  readonly isDone: boolean;
}

async function look(change: Change, before: Before, context: RemoteContext): Promise<Looked> {
  const operation = await findOperation(change, before, context);
  return { operation, isDone: operation === undefined && (await change.isDone?.()) === true };
}

const isSeen = ({ operation, isDone }: Looked): boolean => operation !== undefined || isDone;

const asAccepted = (operation: Values, { requestId }: Pick<ApiResponse, "requestId">): ApiResponse => ({
  status: 202,
  headers: {},
  body: operation,
  requestId,
});

function awaitEnd(
  answer: ApiResponse,
  { resource, apiVersion }: Change,
  context: RemoteContext,
  timeoutMs: number,
): Promise<OperationResult> {
  const report = reportProgress(context, resource);
  const onProgress = (line: string): void => {
    report(line, 0);
  };
  const { api, clock, signal } = context;
  return awaitOperation(api, answer, { apiVersion, timeoutMs, clock, onProgress, signal });
}

async function findOperation(
  { environmentId, apiVersion }: Change,
  before: Before,
  context: RemoteContext,
): Promise<Values | undefined> {
  if (environmentId === undefined) return undefined;
  const operations = await listOperations(environmentId, apiVersion, context);
  return operations && newOperation(operations, before, context.connection.caller()?.oid);
}

interface Sent {
  readonly answer: ApiResponse | undefined;
  readonly before: Before;
}

async function sendWhenIdle(
  change: Change,
  send: () => Promise<ApiResponse | undefined>,
  context: RemoteContext,
): Promise<Sent> {
  const { clock, signal } = context;
  const started = clock.now();
  for (let round = 1; ; round++) {
    const before = await operationsBefore(change, context);
    try {
      return { answer: await send(), before };
    } catch (error) {
      const lost = await acceptedAfterAll(error, change, before, context);
      if (lost !== undefined) return { answer: lost, before };
      if (!(await isBusy(error, change, context))) throw error;
      const waitedMs = clock.now() - started;
      const leftMs = change.waitMs - waitedMs;
      if (leftMs <= 0) throw stillBusy(error, waitedMs);
      reportProgress(context, change.resource)("another operation runs", waitedMs);
      await clock.sleep(Math.min(growingWaitMs(round), leftMs), signal);
    }
  }
}

async function operationsBefore({ environmentId, apiVersion }: Change, context: RemoteContext): Promise<Before> {
  const known = environmentId === undefined ? [] : await listOperations(environmentId, apiVersion, context);
  const ids = (known ?? []).map(idOfOperation).filter((id) => id !== undefined);
  return { at: context.serviceClock.now(), ids: new Set(ids) };
}

/** The operation of a change whose answer was lost, as an answer. */
async function acceptedAfterAll(
  error: unknown,
  change: Change,
  before: Before,
  context: RemoteContext,
): Promise<ApiResponse | undefined> {
  if (change.environmentId === undefined) return undefined;
  if (!(error instanceof PowerPlatformError) || error.outcome !== "unknown") return undefined;
  const operation = await pollListing(
    () => findOperation(change, before, context),
    (found) => found !== undefined,
    context,
  );
  return operation && asAccepted(operation, { requestId: error.requestId ?? "" });
}

/** The code says so, or the operation list shows one that runs. A refusal for capacity does not end by itself. */
async function isBusy(error: unknown, change: Change, context: RemoteContext): Promise<boolean> {
  // Also after an attempt whose answer was lost: only what may be sent twice was sent again.
  if (!(error instanceof ConflictError)) return false;
  const { codes = [] } = error;
  if (codes.some((code) => busyCodes.includes(code))) return true;
  if (change.environmentId === undefined || codes.some((code) => code.startsWith("InsufficientCapacity"))) return false;
  const operations = await listOperations(change.environmentId, change.apiVersion, context);
  return operations?.some(isRunning) === true;
}

const stillBusy = (error: unknown, waitedMs: number): unknown =>
  error instanceof PowerPlatformError
    ? retell(error, `${error.message}; another operation was still running after ${duration(waitedMs)}`)
    : error;
