import { BadResponseError, ConnectionError, type ErrorDetails, type PowerPlatformError, TimeoutError } from "../errors";
import { isCertificateProblem } from "./certificateProblem";
import { explainConnection } from "./connectAdvice";
import { type ConnectFailure, connectFailureOf } from "./connectFailure";
import type { HttpRequest } from "./policy";
import { stoppedError } from "./stopped";

const neverSentCodes: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

export interface SendLimits {
  /** The attempt took so long. */
  readonly timedOutMs?: number;
  readonly maxAnswerBytes: number;
  /** Host and port of the proxy in between. */
  readonly proxy?: string;
}

/** The typed error of an exchange that ended without an answer, from whatever the HTTP library threw. */
export function failedSend(
  request: HttpRequest,
  error: unknown,
  { timedOutMs, maxAnswerBytes, proxy }: SendLimits,
): PowerPlatformError {
  const { message, code, isConnecting, failure } = facts(error);
  const requestId = request.headers.get("x-ms-client-request-id");
  const call = `${request.method} ${request.route}`;
  const ids = [...(code === undefined ? [] : [code]), ...(requestId === undefined ? [] : [`request id ${requestId}`])];
  const tail = ids.length === 0 ? "" : ` (${ids.join(", ")})`;
  const details: ErrorDetails = { outcome: "unknown", code, requestId };
  if (request.signal?.aborted === true) {
    return stoppedError(request, `before its answer${tail}`, details);
  }
  const through = proxy === undefined ? "" : `, through the proxy ${proxy}`;
  if (timedOutMs !== undefined) {
    return new TimeoutError(`${call}: no answer within ${timedOutMs / 1_000} s${through}${tail}`, details);
  }
  if (/maxContentLength/.test(message)) {
    const most = `${maxAnswerBytes} bytes, the most that is read`;
    return new BadResponseError(`${call}: the answer is larger than ${most}${tail}`, {
      ...details,
      reason: "tooLarge",
    });
  }
  if (/aborted/i.test(message) || code?.startsWith("Z_") === true) {
    return new BadResponseError(`${call}: the answer was cut off${through}${tail}`, {
      ...details,
      reason: "cutOff",
    });
  }
  const isNeverSent = isConnecting || isCertificateProblem(code) || (code !== undefined && neverSentCodes.has(code));
  const sent: ErrorDetails = isNeverSent ? { ...details, outcome: "neverSent" } : details;
  const said = explainConnection(code, failure, proxy, message, request.url.host);
  const ErrorClass = code === "ETIMEDOUT" ? TimeoutError : ConnectionError;
  return new ErrorClass(`${call}: ${said}${tail}`, sent, { cause: error });
}

interface Facts {
  readonly message: string;
  readonly code?: string;
  /** It failed while the connection was being made, so no request was on it. */
  readonly isConnecting: boolean;
  readonly failure?: ConnectFailure;
}

/** Of the error and what it wraps: several addresses of a host fail together as one error with many. */
function facts(error: unknown): Facts {
  const chain = [error, member(error, "cause")].flatMap((item) => {
    const many = member(item, "errors");
    return Array.isArray(many) ? [item, ...(many as unknown[])] : [item];
  });
  const code = chain.map((item) => member(item, "code")).find((value) => typeof value === "string");
  const message = member(error, "message");
  const failure = chain.map(connectFailureOf).find((found) => found !== undefined);
  const isConnecting =
    failure !== undefined || chain.some((item) => ["connect", "getaddrinfo"].includes(String(member(item, "syscall"))));
  return {
    message: typeof message === "string" ? message : "",
    ...(typeof code === "string" ? { code } : {}),
    isConnecting,
    ...(failure === undefined ? {} : { failure }),
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
