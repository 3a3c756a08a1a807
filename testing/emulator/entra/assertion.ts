import type { TenantState } from "../tenantState";
import { parseJson } from "./parseJson";
import { type Facts, SignInRefused } from "./signInRefused";

/** A JWT that an application sends in place of a secret. */
export interface Assertion {
  header: { alg?: unknown; x5t?: unknown; "x5t#S256"?: unknown; x5c?: unknown };
  claims: { iss?: unknown; sub?: unknown; aud?: unknown; exp?: unknown; nbf?: unknown };
  /** What was signed: the first two parts. */
  content: string;
  signature: Buffer;
}

/** Reads a JWT; refuses anything else. */
export function readAssertion(jwt: string): Assertion {
  const read = tryReadAssertion(jwt);
  if (read === undefined) throw new SignInRefused(50027);
  return read;
}

function tryReadAssertion(jwt: string): Assertion | undefined {
  const [first, second, third, ...rest] = jwt.split(".");
  const [header, claims] = [first, second].map((part) =>
    parseJson(Buffer.from(part ?? "", "base64url").toString("utf8")),
  );
  if (header === undefined || claims === undefined || third === undefined || rest.length > 0) return undefined;
  return { header, claims, content: `${first}.${second}`, signature: Buffer.from(third, "base64url") };
}

/** Clocks may differ by so much. */
const fiveMinutesMs = 300_000;

/** Refuses an assertion that has expired or is not valid yet, as far as it says. */
export function checkTimes(tenantState: TenantState, { claims: { exp, nbf } }: Assertion): void {
  const now = tenantState.clock.now();
  const isLate = typeof exp === "number" && exp * 1000 + fiveMinutesMs <= now;
  const isEarly = typeof nbf === "number" && nbf * 1000 - fiveMinutesMs > now;
  if (!isLate && !isEarly) return;
  throw new SignInRefused(700024, {
    now: new Date(now).toISOString(),
    ...(typeof nbf === "number" ? { notBefore: new Date(nbf * 1000).toISOString() } : {}),
    ...(typeof exp === "number" ? { expiry: new Date(exp * 1000).toISOString() } : {}),
  });
}

/** SHA-256 or SHA-1 of the certificate, in hexadecimal; empty when the assertion does not say. */
export function thumbprintOf({ header }: Assertion): string {
  const sent = header["x5t#S256"] ?? header.x5t;
  return Buffer.from(typeof sent === "string" ? sent : "", "base64url")
    .toString("hex")
    .toUpperCase();
}

export const audiencesOf = ({ claims: { aud } }: Assertion): string[] => (Array.isArray(aud) ? aud : [aud]).map(String);

/** What a refusal may name of an assertion; nothing when it cannot be read. */
export function assertionFacts(jwt: string | null): Facts {
  const read = jwt === null ? undefined : tryReadAssertion(jwt);
  if (read === undefined) return {};
  return {
    issuer: String(read.claims.iss),
    subject: String(read.claims.sub),
    audience: audiencesOf(read).join(" "),
    thumbprint: thumbprintOf(read),
  };
}
