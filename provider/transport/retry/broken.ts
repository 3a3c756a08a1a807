import { BadResponseError, ConnectionError, type PowerPlatformError, TimeoutError } from "../../errors";
import { jitteredWaitMs } from "../backoff";
import { isIdempotent, type Strategy } from "./strategy";

/**
 * Connections that broke and answers that were cut off. A POST or PATCH is sent again only when it never left this
 * machine.
 */
export const retryBroken: Strategy = ({ request, result, round, random }) => {
  if (!(result instanceof Error) || !isPassing(result)) return undefined;
  if (!isIdempotent(request) && result.outcome !== "neverSent") return undefined;
  return { waitMs: jitteredWaitMs(round, random), why: result.code ?? result.name };
};

function isPassing(error: PowerPlatformError): boolean {
  if (error instanceof BadResponseError) return error.reason === "cutOff";
  if (error instanceof TimeoutError) return true;
  return error instanceof ConnectionError && !isCertificateProblem(error.code);
}

/** Those do not pass. */
export function isCertificateProblem(code: string | undefined): boolean {
  return (
    code !== undefined && /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH/.test(code)
  );
}
