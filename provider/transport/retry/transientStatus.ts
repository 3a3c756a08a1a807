import { jitteredWaitMs } from "../backoff";
import { isIdempotent, type Strategy } from "./strategy";

/** 425: too early. 499: a proxy gave up on the client. */
const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429, 499, 500, 502, 503, 504]);

/**
 * Statuses of a moment. A POST or PATCH is sent again on 429 only: whatever else was answered, it may have been done.
 * The service's own time is kept to the millisecond; without one the wait grows and has jitter.
 */
export const retryTransientStatus: Strategy = ({ request, result, round, namedMs, random }) => {
  if (result instanceof Error) return undefined;
  const { status } = result;
  if (!(isIdempotent(request) ? transientStatuses.has(status) : status === 429)) return undefined;
  return { waitMs: namedMs ?? jitteredWaitMs(round, random), why: `answered ${status}` };
};
