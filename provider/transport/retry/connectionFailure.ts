import { BadResponseError, ConnectionError, type PowerPlatformError, TimeoutError } from "../../errors";
import { jitteredWaitMs } from "../backoff";
import { isCertificateProblem } from "../certificateProblem";
import { isIdempotent, type Strategy } from "./strategy";

/**
 * Connections that broke and answers that were cut off. A POST or PATCH is sent again only when it never left this
 * machine.
 */
export const retryConnectionFailure: Strategy = ({ request, result, round, random }) => {
  if (!(result instanceof Error) || !isTransient(result)) return undefined;
  if (!isIdempotent(request) && result.outcome !== "neverSent") return undefined;
  return { waitMs: jitteredWaitMs(round, random), why: result.code ?? result.name };
};

function isTransient(error: PowerPlatformError): boolean {
  if (error instanceof BadResponseError) return error.reason === "cutOff";
  if (error instanceof TimeoutError) return true;
  return error instanceof ConnectionError && !isCertificateProblem(error.code) && !isProxyRefusal(error.code);
}

/** A proxy that does not let us through will not do so a second later; one that did not reach the host may. */
const isProxyRefusal = (code: string | undefined): boolean =>
  /^PROXY_[1-4]/.test(code ?? "") && !/^PROXY_(?:408|425|429)$/.test(code ?? "");
