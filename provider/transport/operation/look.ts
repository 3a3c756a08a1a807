import { BadResponseError, ConflictError, NotFoundError, type PowerPlatformError } from "../../errors";
import type { Api, ApiResponse } from "../api";
import { retryAfterMs } from "../retryAfter";
import type { OperationPlace } from "./operationPlace";
import { type OperationStatus, readOperation } from "./operationStatus";

/** One look at an operation. */
export interface Look {
  /** Missing where the service was busy or did not know the operation. */
  readonly status?: OperationStatus;
  /** For people. */
  readonly seen: string;
  readonly body?: unknown;
  readonly requestId?: string;
  readonly correlationId?: string;
  /** How long the service asks to wait before the next look. */
  readonly namedMs?: number;
  /** Looks in a row, this one included, at which the service did not know it. */
  readonly timesUnknown: number;
}

/**
 * Looks once. Busy (409) and not known (404, or 204 of group operations) are things to see; everything else that is no
 * operation is an error.
 */
export async function lookAt(
  api: Api,
  { id, request }: OperationPlace,
  before: Look,
  nowMs: () => number,
): Promise<Look> {
  const timesUnknown = before.timesUnknown + 1;
  let answer: ApiResponse;
  try {
    answer = await api.send(request);
  } catch (error) {
    // The address of an application package's operation answers 409 while it runs.
    if (error instanceof ConflictError) return refused(error, 0);
    if (error instanceof NotFoundError) return refused(error, timesUnknown);
    throw error;
  }
  const { status, body, requestId } = answer;
  if (status === 204) return { seen: "204 No Content", requestId, timesUnknown };
  const look = lookOf(answer, nowMs());
  // 202 as in Azure: still going on.
  if (look.status !== undefined || status === 202) return look;
  const kind = Array.isArray(body) ? "a list" : typeof body;
  throw new BadResponseError(
    `operation ${id}: ${request.method} ${request.path} answered ${status} with ${kind} that is no operation (request id ${requestId})`,
    { reason: "shape", status, requestId },
  );
}

/** What an answer shows. */
export function lookOf({ status, headers, body, requestId }: ApiResponse, nowMs: number): Look {
  const operation = readOperation(body);
  const namedMs = retryAfterMs(headers, nowMs);
  const correlationId = headers["x-ms-correlation-id"];
  return {
    ...(operation === undefined ? {} : { status: operation }),
    seen: operation === undefined ? `answer ${status}` : `status "${operation.word}"`,
    body,
    requestId,
    timesUnknown: 0,
    ...(namedMs === undefined ? {} : { namedMs }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}

function refused(error: PowerPlatformError, timesUnknown: number): Look {
  const { code, requestId, correlationId, retryAfterMs: namedMs } = error;
  return {
    seen: [error.status ?? "", code ?? ""].join(" ").trim(),
    timesUnknown,
    ...(requestId === undefined ? {} : { requestId }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(namedMs === undefined ? {} : { namedMs }),
  };
}
