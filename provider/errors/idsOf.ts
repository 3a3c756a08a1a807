import { neutralLine } from "./neutral";
import type { ErrorDetails } from "./powerPlatformError";
import { shorten } from "./shorten";

/** No id is longer; what somebody else writes into a header may be. */
const maxIdBytes = 200;

/**
 * What support asks for, as the end of a message: ` (code Forbidden, request id 7f3c…, correlation id 2d51…)`. The service chooses the
 * code and one id, so they are kept to the line.
 * @param words what has been said already: an id in it is not repeated
 */
export function idsOf(
  { code, requestId, correlationId }: Pick<ErrorDetails, "code" | "requestId" | "correlationId">,
  words = "",
): string {
  const known = { code, "request id": requestId, "correlation id": correlationId };
  const parts = Object.entries(known).flatMap(([name, value]) =>
    value === undefined || words.includes(value) ? [] : [`${name} ${shorten(neutralLine(value), maxIdBytes)}`],
  );
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
