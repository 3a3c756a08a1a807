import { STATUS_CODES } from "node:http";
import { PowerPlatformError } from "./powerPlatformError";
import { retell } from "./retell";

export interface Explanation {
  /** Kind and name, such as `BillingPolicy "payg-emea"`. */
  readonly resource: string;
  /** Lifecycle word, such as `create`. */
  readonly operation: string;
  /** What to do, one or more sentences. */
  readonly advice?: string;
}

/**
 * The same error told from the resource's point of view, of the same class and with the same fields:
 *
 *     BillingPolicy "payg-emea": create failed, 403 Forbidden: the caller may not use subscription 1111….
 *       Grant the caller Contributor on that subscription, then run `pulumi up` again. (request id 7f3c…)
 *
 * An error that already names its resource comes back as it is. One that is not ours becomes a `PowerPlatformError`.
 */
export function explain<E extends PowerPlatformError>(error: E, explanation: Explanation): E;
export function explain(error: unknown, explanation: Explanation): PowerPlatformError;
export function explain(error: unknown, explanation: Explanation): PowerPlatformError {
  if (!(error instanceof PowerPlatformError)) return explain(adopt(error), explanation);
  if (error.resource !== undefined) return error;
  const { resource, operation, advice } = explanation;
  const said = reason(error);
  const lines = [
    `${resource}: ${operation} failed${said}`,
    ...(advice === undefined ? [] : [`  ${sentence(advice)}`]),
  ];
  const text = `${lines.join("\n")}${ids(error, said)}`;
  return retell(error, text, { resource, operation });
}

function adopt(error: unknown): PowerPlatformError {
  return new PowerPlatformError(error instanceof Error ? error.message : String(error), {}, { cause: error });
}

function reason(error: PowerPlatformError): string {
  if (error.status === undefined || error.status < 300) return `: ${sentence(error.message)}`;
  const status = `${error.status} ${STATUS_CODES[error.status] ?? ""}`.trim();
  return `, ${status}: ${sentence(error.serviceMessage ?? "the service gave no reason")}`;
}

/** What support asks for, unless the reason already says it. */
function ids(error: PowerPlatformError, said: string): string {
  const { requestId, code } = error;
  const parts = [
    ...(requestId === undefined || said.includes(requestId) ? [] : [`request id ${requestId}`]),
    ...(code === undefined || said.includes(code) ? [] : [`code ${code}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?)`]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
