import { AuthError, ConfigurationError, type Outcome, type PowerPlatformError, redact } from "../errors";
import type { PresentedToken } from "./credentials/credential";

/** What to do about the commonest refusals of Entra, by the number of their AADSTS code. */
const advice: Readonly<Record<string, string>> = {
  7000215: "The client secret is wrong. Use its value, not its id, and a secret of this application.",
  7000222: "The client secret has expired. Make a new one.",
  700016: "The application is not known in this tenant. Check clientId and tenantId.",
  90002: "The tenant is not known. Check tenantId and cloud.",
  900023: "The tenant is not known. Check tenantId and cloud.",
  65001: "Nobody has consented to this permission. Let an administrator consent for the tenant.",
};

const outcome: Outcome = "neverSent";

/** What Entra, the Azure CLI or the library said, as our own error: its code, its words, and what to do. */
export function asAuthError(
  identity: string,
  error: unknown,
  _presented?: PresentedToken,
): PowerPlatformError {
  if (error instanceof AuthError || error instanceof ConfigurationError) return error;
  const text = wordsOf(error);
  const code = /AADSTS\d{4,8}/.exec(text)?.[0];
  const correlationId = /correlation id: ?([0-9a-f-]{36})/i.exec(text)?.[1];
  const hint = code === undefined ? undefined : advice[code.slice("AADSTS".length)];
  const details = {
    outcome,
    ...(code === undefined ? {} : { code, codes: [code] }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
  const lines = [
    `No token could be had with ${identity}: ${short(text)}`,
    ...(hint === undefined ? [] : [hint]),
  ];
  return new AuthError(lines.join("\n  "), details, { cause: error });
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
