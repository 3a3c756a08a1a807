import type { Api, ApiResponse } from "../api";
import { type Clock, systemClock } from "../clock";
import { poll } from "../poll";
import { type Look, lookAt, lookOf } from "./look";
import { failedError, placelessError, unfinishedError, unknownError } from "./operationErrors";
import { type OperationPlace, placeOf } from "./operationPlace";

export interface OperationOptions {
  /** Used where the answer gives the id of an operation and no address. */
  readonly apiVersion: string;
  readonly timeoutMs: number;
  /** Told whenever something else is seen, such as `operation 5d1e…: status "InProgress"`. */
  readonly onProgress?: (line: string) => void;
  readonly clock?: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** How a change ended. */
export interface OperationResult {
  /** The operation, or the answer to the change itself where it was done at once. */
  readonly body: unknown;
  /** The service's word for the end, such as `Succeeded` or `NoOperation`; missing where it was done at once. */
  readonly word?: string;
}

/** Nobody says whether a new operation can be read at once, so the first looks prove nothing. */
const MOST_UNKNOWN = 3;

/**
 * Waits for the end of a change that the service has accepted (202, or 201 with an operation). Looks at its operation as
 * often as the service says, or after 1, 2, 4, 8, 10, 10… seconds. Any other answer is a change that is done.
 *
 * The change may happen whatever goes wrong here, so all errors have the outcome `unknown`, but for a check that failed.
 * @throws OperationFailedError when it ended badly, with the service's code and words.
 * @throws TimeoutError when it has not ended in time.
 * @throws BadResponseError when the service does not say where the operation is, or does not know it: never a success.
 */
export async function awaitOperation(
  api: Api,
  answer: ApiResponse,
  options: OperationOptions,
): Promise<OperationResult> {
  const { clock = systemClock } = options;
  const first = lookOf(answer, clock.now());
  if (!isAccepted(answer, first)) return { body: answer.body };
  const place = placeOf(answer, first.status, options.apiVersion);
  const name = `operation ${place?.id ?? ""}`.trim();
  const last = isEnd(first) ? first : await lookUntilEnd(api, first, place, { ...options, clock });
  if (last.status?.is === "failed") throw failedError(name, last, last.status);
  if (last.status?.is !== "succeeded") throw unknownError(name, last);
  return { body: last.body, word: last.status.word };
}

/** Whether an answer accepts a change and says neither how it ended nor where its operation can be looked at. */
export function isUnplaced(answer: ApiResponse, apiVersion: string): boolean {
  const first = lookOf(answer, 0);
  return isAccepted(answer, first) && !isEnd(first) && placeOf(answer, first.status, apiVersion) === undefined;
}

/** Whether an answer shows an operation or says where one is. */
export function isOfOperation(answer: ApiResponse): boolean {
  const { status } = lookOf(answer, 0);
  return status !== undefined || (answer.status === 202 && placeOf(answer, status, "") !== undefined);
}

const isAccepted = ({ status }: ApiResponse, first: Look): boolean =>
  status === 202 || (status === 201 && first.status?.id !== undefined);

const isEnd = ({ status, timesUnknown }: Look): boolean =>
  timesUnknown >= MOST_UNKNOWN || (status !== undefined && status.is !== "running");

async function lookUntilEnd(
  api: Api,
  first: Look,
  place: OperationPlace | undefined,
  { timeoutMs, onProgress, clock, signal }: OperationOptions & { readonly clock: Clock },
): Promise<Look> {
  if (place === undefined) throw placelessError(first);
  const { id, request } = place;
  const watched = { id, request: signal === undefined ? request : { ...request, signal } };
  let last: Look | undefined;
  const read = async (): Promise<Look> => {
    // The answer to the change is the first look: it may say how long to wait before the next.
    const look = last === undefined ? first : await lookAt(api, watched, last, () => clock.now());
    if (look.seen !== last?.seen) onProgress?.(`operation ${id}: ${look.seen}`);
    return (last = look);
  };
  try {
    return await poll({
      read,
      isDone: isEnd,
      describe: ({ seen }) => seen,
      what: "running",
      retryAfterMs: ({ namedMs }) => namedMs,
      requestId: ({ requestId }) => requestId,
      timeoutMs,
      clock,
      signal,
    });
  } catch (error) {
    throw unfinishedError(`operation ${id}`, error, signal);
  }
}
