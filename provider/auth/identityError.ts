import { AuthError, ConfigurationError, type Outcome, type PowerPlatformError, redact } from "../errors";
import { signInAdvice } from "./entra/advice";
import type { SignInFacts } from "./entra/signInFacts";
import { unreachableAdvice, unreachableCode, unreachableWords } from "./entra/unreachable";

const outcome: Outcome = "neverSent";

/**
 * What Entra, the Azure CLI or the library said, as our own error: its words, the cause, what to do, its code and
 * correlation id. `facts` make the advice one that can be run as it is.
 */
export function asAuthError(identity: string, error: unknown, facts: SignInFacts = {}): PowerPlatformError {
  if (error instanceof AuthError || error instanceof ConfigurationError) return error;
  const text = wordsOf(error);
  const correlationId = /correlation id: ?([0-9a-f-]{36})/i.exec(text)?.[1];
  const unreachable = unreachableCode(identity, text);
  const code = unreachable ?? /AADSTS\d{4,8}/.exec(text)?.[0];
  const said = unreachable === undefined ? short(text) : unreachableWords(unreachable, facts);
  const advice = unreachable === undefined ? signInAdvice(code, said, identity, facts) : unreachableAdvice(facts);
  const ids = [
    ...(code === undefined || code === unreachable ? [] : [`code ${code}`]),
    ...(correlationId === undefined ? [] : [`correlation id ${correlationId}`]),
  ];
  const lines = [`No token could be had with ${identity}: ${said}`, ...advice];
  const tail = ids.length === 0 ? "" : ` (${ids.join(", ")})`;
  return new AuthError(
    `${lines.join("\n  ")}${tail}`,
    {
      outcome,
      ...(code === undefined ? {} : { code, codes: [code] }),
      correlationId,
    },
    { cause: error },
  );
}

/** The library wraps Entra's answer in one or two layers; the code is in the words of one of them. */
function wordsOf(error: unknown): string {
  const messages: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    messages.push(at.message);
  }
  return messages.find((message) => message.includes("AADSTS")) ?? messages[0] ?? String(error);
}

/** Without the trailing ids and times that Entra adds, and without the name of a class. */
function short(text: string): string {
  // Before it is cut: half of a secret would not be found again.
  const words = redact(text)
    .replace(/^[\s\S]*?(?=AADSTS\d)/, "")
    .replace(/[\s-]*(?:Trace ID|Correlation ID|Timestamp):[\s\S]*$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > 600 ? `${words.slice(0, 600)}…` : words;
}
