import { decodePayload } from "../tokenClaims";

/** The parts of a federated token that a federated credential has to match. */
export interface PresentedAssertion {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience?: string;
}

const parts = ["issuer", "subject", "audience"] as const;

/** Of a JSON Web Token; `undefined` when it is none. */
export function presentedBy(assertion: string): PresentedAssertion | undefined {
  const { iss, sub, aud } = decodePayload(assertion) ?? {};
  const [audience] = Array.isArray(aud) ? (aud as unknown[]) : [aud];
  const found = { issuer: iss, subject: sub, audience };
  const texts = Object.entries(found).filter(([, value]) => typeof value === "string");
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

/**
 * As Entra repeats it: `presented assertion subject '…'` (700213; alike for issuer and audience), or all three as
 * `Assertion Subject: '…'` (70021).
 */
export function presentedIn(words: string): PresentedAssertion {
  const found = parts.flatMap((part) => {
    const value = new RegExp(`\\bassertion ${part}:? ['"\`]([^'"\`]+)['"\`]`, "i").exec(words)?.[1];
    return value === undefined ? [] : [[part, value] as const];
  });
  return Object.fromEntries(found);
}
