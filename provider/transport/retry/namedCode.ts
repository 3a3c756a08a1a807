import { readServiceError } from "../../errors";
import { growingWaitMs } from "../backoff";
import type { Strategy } from "./strategy";

/** Refusals that the request itself names as "not yet", by code at any depth of the answer. Safe for every method. */
export const retryNamedCode: Strategy = ({ request, result, round, namedMs }) => {
  if (result instanceof Error || request.waitFor === undefined || result.status < 400) return undefined;
  const wanted = new Set(request.waitFor.codes.map((code) => code.toLowerCase()));
  const code = readServiceError(result.body).codes.find((found) => wanted.has(found.toLowerCase()));
  return code === undefined ? undefined : { waitMs: namedMs ?? growingWaitMs(round), why: code };
};
