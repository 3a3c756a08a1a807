import { BadResponseError, readServiceError } from "../errors";
import type { HttpReply, HttpRequest } from "./policy";

/** The answer as it came off the wire. */
export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly requestId: string;
}

/**
 * The one place that parses JSON. An empty body is `undefined`; a refusal that is not JSON keeps its text.
 * @throws BadResponseError when a 2xx answer is not JSON, or is JSON that was cut off.
 */
export function parseBody(request: HttpRequest, raw: RawReply): HttpReply {
  const { status, headers, text, requestId } = raw;
  const common = { status, headers, requestId };
  if (status === 204 || text.trim() === "") return { ...common, body: undefined };
  try {
    return { ...common, body: JSON.parse(text) as unknown };
  } catch {
    if (status < 200 || status > 299) return { ...common, body: text, isText: true };
    throw unreadable(request, raw);
  }
}

function unreadable(
  { method, route }: HttpRequest,
  { status, headers, text, requestId }: RawReply,
): BadResponseError {
  const isCut = /\bjson\b/i.test(headers["content-type"] ?? "");
  const what = isCut ? "JSON that is cut off or broken" : `something that is not JSON: ${excerpt(text)}`;
  const correlationId = headers["x-ms-correlation-id"];
  return new BadResponseError(
    `${method} ${route} answered ${status} with ${what} (request id ${requestId})`,
    {
      reason: isCut ? "cutOff" : "notJson",
      status,
      requestId,
      ...(correlationId === undefined ? {} : { correlationId }),
    },
  );
}

function excerpt(text: string): string {
  const said = readServiceError(text).message ?? "nothing";
  return said.length > 200 ? `${said.slice(0, 200)}…` : said;
}
