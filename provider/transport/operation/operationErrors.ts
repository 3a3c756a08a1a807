import {
  BadResponseError,
  CancelledError,
  type ErrorDetails,
  idsOf,
  PowerPlatformError,
  readServiceError,
  retell,
} from "../../errors";
import type { Look } from "./look";
import { OperationFailedError } from "./operationFailedError";
import type { OperationStatus } from "./operationStatus";

const mayFinish = "it was accepted and may still finish";

/** It ended badly. */
export function failedError(name: string, look: Look, { word }: OperationStatus): OperationFailedError {
  const { code = word, codes, message } = readServiceError(look.body);
  const said = message ?? statusMessage(look.body);
  return new OperationFailedError(
    `${name} ended as ${word}${said === undefined ? "" : `: ${said}`}${idsOf({ ...look, code })}`,
    {
      ...detailsOf(look),
      code,
      codes,
      outcome: word.toLowerCase() === "validationfailed" ? "refused" : "unknown",
      serviceMessage: said,
    },
  );
}

/** The service does not know it, or no longer. What became of the change is open. */
export function unknownError(name: string, look: Look): BadResponseError {
  return new BadResponseError(
    `${name} is not known to the service (${look.seen}), which does not say whether the change was made${idsOf(look)}`,
    { reason: "shape", ...detailsOf(look) },
  );
}

export function placelessError(look: Look): BadResponseError {
  return new BadResponseError(
    `the change was accepted, but the answer does not say where its operation can be looked at; it may still finish${idsOf(look)}`,
    { reason: "shape", ...detailsOf(look) },
  );
}

/** The wait ended before the operation did. A refused look is no refused change. */
export function unfinishedError(name: string, error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof PowerPlatformError) {
    return retell(error, `${name}: ${error.message}; ${mayFinish}`, { outcome: "unknown" });
  }
  if (signal?.aborted !== true) return error;
  return new CancelledError(
    `${name}: the wait for its end was cancelled; ${mayFinish}`,
    { outcome: "unknown" },
    { cause: error },
  );
}

function detailsOf({ requestId, correlationId }: Look): ErrorDetails {
  return { outcome: "unknown", requestId, correlationId };
}

/** Application packages have their words there. */
function statusMessage(body: unknown): string | undefined {
  const isValues = typeof body === "object" && body !== null;
  const text = isValues ? (body as Readonly<Record<string, unknown>>).statusMessage : undefined;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}
