import { BadResponseError, type BadResponseReason, readServiceError } from "../errors";
import { type HttpReply, type HttpRequest, isRead } from "./policy";

/** The answer as it came off the wire. */
export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly requestId: string;
}

/**
 * The one place that parses JSON. An empty body is `undefined`; a refusal that is not JSON keeps its text.
 * @throws BadResponseError when a 2xx answer is not JSON, or is JSON that was cut off, or is empty where something was
 * asked for: 204 says that there is nothing, 200 does not.
 */
export function parseBody(request: HttpRequest, raw: RawReply): HttpReply {
  const { status, headers, text, requestId } = raw;
  const common = { status, headers, requestId };
  if (status === 204) return { ...common, body: undefined };
  if (text.trim() === "") {
    if (isRead(request) && status === 200) throw unreadable(request, raw, "cutOff", "nothing at all");
    return { ...common, body: undefined };
  }
  try {
    return { ...common, body: JSON.parse(text) as unknown };
  } catch {
    if (status < 200 || status > 299) return { ...common, body: text, isText: true };
    const isCut = /\bjson\b/i.test(headers["content-type"] ?? "");
    if (isCut) throw unreadable(request, raw, "cutOff", "JSON that is cut off or broken");
    throw unreadable(request, raw, "notJson", `something that is not JSON: ${excerpt(text)}`);
  }
}

function unreadable(
  { method, route }: HttpRequest,
  { status, headers, requestId }: RawReply,
  reason: BadResponseReason,
  what: string,
): BadResponseError {
  const correlationId = headers["x-ms-correlation-id"];
  return new BadResponseError(`${method} ${route} answered ${status} with ${what} (request id ${requestId})`, {
    reason,
    status,
    requestId,
    correlationId,
  });
}

function excerpt(text: string): string {
  const said = readServiceError(text).message ?? "nothing";
  return said.length > 200 ? `${said.slice(0, 200)}…` : said;
}
