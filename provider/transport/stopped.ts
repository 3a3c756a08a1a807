import { CancelledError, type ErrorDetails, TimeoutError } from "../errors";
import { abortReason } from "./abort";
import type { HttpRequest } from "./policy";
import { duration } from "./poll";

/** Why a signal went off: the call took too long, all attempts and waits together. */
export class CallTimeout extends Error {
  constructor(readonly limitMs: number) {
    super(`not done within ${limitMs} ms`);
  }
}

/**
 * The error of a call that was stopped, by its caller or by the limit of the whole call.
 * @param when What it was at, such as "before it was sent".
 */
export function stoppedError(
  { method, route, signal }: HttpRequest,
  when: string,
  details: ErrorDetails,
): CancelledError | TimeoutError {
  const cause = abortReason(signal);
  if (!(cause instanceof CallTimeout)) {
    return new CancelledError(`${method} ${route} was cancelled ${when}`, details, { cause });
  }
  const limit = duration(cause.limitMs);
  return new TimeoutError(`${method} ${route} was given up after ${limit} in all, ${when}`, details);
}
