import { STATUS_CODES } from "node:http";
import {
  AuthError,
  BadResponseError,
  ConflictError,
  type ErrorDetails,
  ForbiddenError,
  HttpError,
  idsOf,
  NotFoundError,
  type PowerPlatformError,
  readServiceError,
  ThrottledError,
} from "../errors";
import { outcomeOf } from "./outcome";
import type { HttpReply, HttpRequest } from "./policy";
import { retryAfterMs } from "./retryAfter";

type ErrorClass = new (message: string, details: ErrorDetails) => PowerPlatformError;

const classes: Readonly<Record<number, ErrorClass>> = {
  401: AuthError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: ConflictError,
  429: ThrottledError,
};

/** What a proxy or a firewall may say in its own words and still mean. A 404 of theirs proves nothing. */
const believedAsText: ReadonlySet<number> = new Set([401, 403, 429]);

/** The typed error of an answer that is not 2xx. */
export function refusalError(request: HttpRequest, reply: HttpReply, nowMs: number): PowerPlatformError {
  const { message, details } = refusal(request, reply, reply.gaveUp);
  const namedMs = retryAfterMs(reply.headers, nowMs);
  const all = { ...details, retryAfterMs: namedMs };
  // 429 is one in any case.
  const isThrottled = reply.status === 503 && reply.gaveUp !== undefined && namedMs !== undefined;
  if (isThrottled) return new ThrottledError(message, all);
  if (reply.isText === true && !believedAsText.has(reply.status)) {
    return new BadResponseError(message, { ...all, reason: "notJson", outcome: "unknown" });
  }
  return new (classes[reply.status] ?? HttpError)(message, all);
}

/** `POST /x answered 403 Forbidden: Access denied (code Forbidden, request id …, correlation id …)` and its fields. */
export function refusal(
  request: HttpRequest,
  reply: HttpReply,
  gaveUp?: string,
): { readonly message: string; readonly details: ErrorDetails } {
  const { status, requestId, headers } = reply;
  const { code, codes, message: said } = readServiceError(reply.body);
  const correlationId = headers["x-ms-correlation-id"];
  const ids = { requestId, code, correlationId };
  const words = said === undefined ? " without a reason" : `: ${said}`;
  const answered = `${request.method} ${request.route} answered ${`${status} ${STATUS_CODES[status] ?? ""}`.trim()}`;
  return {
    message: `${answered}${words}${gaveUp === undefined ? "" : `; ${gaveUp}`}${idsOf(ids)}`,
    details: {
      status,
      codes,
      ...ids,
      outcome: reply.isOpen === true ? "unknown" : outcomeOf(status),
      serviceMessage: said,
      gaveUp,
    },
  };
}
