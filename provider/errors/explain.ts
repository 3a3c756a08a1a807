import { STATUS_CODES } from "node:http";
import { idsOf } from "./idsOf";
import { PowerPlatformError } from "./powerPlatformError";
import { retell } from "./retell";

export interface Explanation {
  /** Kind and name, such as `BillingPolicy "payg-emea"`. */
  readonly resource: string;
  /** Lifecycle word, such as `create`. */
  readonly operation: string;
  /** Advice, a line each. */
  readonly advice?: readonly string[];
}

/**
 * The same error told from the resource's point of view, of the same class and with the same fields: what failed, the
 * status and the service's own words; then why it was given up, and what to do; at the end what support asks for.
 *
 *     BillingPolicy "payg-emea": create failed, 403 Forbidden: the caller may not use subscription 1111….
 *       Grant the caller Contributor on that subscription, then run `pulumi up` again. (code Forbidden, request id 7f3c…, correlation id 2d51…)
 *
 * An error that already names its resource comes back as it is. One that is not ours becomes a `PowerPlatformError`.
 */
export function explain<E extends PowerPlatformError>(error: E, explanation: Explanation): E;
export function explain(error: unknown, explanation: Explanation): PowerPlatformError;
export function explain(error: unknown, explanation: Explanation): PowerPlatformError {
  if (!(error instanceof PowerPlatformError)) return explain(adopt(error), explanation);
  if (error.resource !== undefined) return error;
  const { resource, operation, advice = [] } = explanation;
  const { status, words } = reason(error);
  const lines = [
    `${resource}: ${operation} failed${status}: ${sentence(words)}`,
    ...(status === "" || error.gaveUp === undefined ? [] : [capitalized(error.gaveUp)]),
    ...advice,
  ];
  const text = lines.map(sentence).join("\n  ");
  return retell(error, `${text}${idsOf(error, words)}`, { resource, operation });
}

function adopt(error: unknown): PowerPlatformError {
  return new PowerPlatformError(error instanceof Error ? error.message : String(error), {}, { cause: error });
}

/** Of a refusal the service's words; of anything else our own, which hold everything already. */
function reason(error: PowerPlatformError): { readonly status: string; readonly words: string } {
  if (error.status === undefined || error.status < 300) return { status: "", words: error.message };
  const status = `, ${`${error.status} ${STATUS_CODES[error.status] ?? ""}`.trim()}`;
  return { status, words: error.serviceMessage ?? "the service gave no reason" };
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?:)`]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
