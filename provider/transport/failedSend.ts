import {
  BadResponseError,
  CancelledError,
  ConnectionError,
  type ErrorDetails,
  type PowerPlatformError,
  TimeoutError,
} from "../errors";
import type { HttpRequest } from "./policy";

const explanations: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the name could not be looked up",
  ECONNRESET: "the connection broke before the answer",
  EPIPE: "the connection broke before the answer",
  ETIMEDOUT: "no connection in time",
  CERT_HAS_EXPIRED: "the certificate of the host has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate of the host is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "the certificate of the host is signed by an authority that is not trusted here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "the certificate of the host is signed by an authority that is not trusted here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "the certificate of the host is signed by an authority that is not trusted here",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host",
};

const neverSentCodes: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** The typed error of an exchange that ended without an answer, from whatever the HTTP library threw. */
export function failedSend(
  request: HttpRequest,
  error: unknown,
  limits: { readonly timedOutMs?: number },
): PowerPlatformError {
  const { message, code, isConnecting } = facts(error);
  const requestId = request.headers.get("x-ms-client-request-id");
  const call = `${request.method} ${request.route}`;
  const ids = [
    ...(code === undefined ? [] : [code]),
    ...(requestId === undefined ? [] : [`request id ${requestId}`]),
  ];
  const tail = ids.length === 0 ? "" : ` (${ids.join(", ")})`;
  const details: ErrorDetails = {
    outcome: "unknown",
    ...(code === undefined ? {} : { code }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (request.signal?.aborted === true) {
    return new CancelledError(`${call} was cancelled before its answer${tail}`, details, {
      cause: request.signal.reason,
    });
  }
  if (limits.timedOutMs !== undefined) {
    return new TimeoutError(`${call}: no answer within ${limits.timedOutMs / 1_000} s${tail}`, details);
  }
  if (/maxContentLength/.test(message)) {
    return new BadResponseError(`${call}: the answer is larger than this client accepts${tail}`, {
      ...details,
      reason: "tooLarge",
    });
  }
  if (/aborted/i.test(message) || code?.startsWith("Z_") === true) {
    return new BadResponseError(`${call}: the answer was cut off${tail}`, { ...details, reason: "cutOff" });
  }
  const known = code === undefined ? undefined : explanations[code];
  const isNeverSent = isConnecting || (code !== undefined && (neverSentCodes.has(code) || /CERT/.test(code)));
  const sent: ErrorDetails = isNeverSent ? { ...details, outcome: "neverSent" } : details;
  const ErrorClass = code === "ETIMEDOUT" ? TimeoutError : ConnectionError;
  return new ErrorClass(`${call}: ${known ?? (message || "no answer")}${tail}`, sent, { cause: error });
}

interface Facts {
  readonly message: string;
  readonly code?: string;
  /** It failed while the connection was being made, so no request was on it. */
  readonly isConnecting: boolean;
}

/** Of the error and what it wraps: several addresses of a host fail together as one error with many. */
function facts(error: unknown): Facts {
  const chain = [error, member(error, "cause")].flatMap((item) => {
    const many = member(item, "errors");
    return Array.isArray(many) ? [item, ...(many as unknown[])] : [item];
  });
  const code = chain.map((item) => member(item, "code")).find((value) => typeof value === "string");
  const message = member(error, "message");
  const isConnecting = chain.some((item) =>
    ["connect", "getaddrinfo"].includes(String(member(item, "syscall"))),
  );
  return {
    message: typeof message === "string" ? message : "",
    ...(typeof code === "string" ? { code } : {}),
    isConnecting,
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
