import { entraErrors } from "./entraErrors";

/** What a message of Entra names. */
export interface Facts {
  tenant?: string;
  clientId?: string;
  user?: string;
  resource?: string;
  grantType?: string;
  redirectUri?: string;
  thumbprint?: string;
  reason?: string;
  issuer?: string;
  subject?: string;
  audience?: string;
  now?: string;
  notBefore?: string;
  expiry?: string;
}

/** A sign-in that Entra refuses. Thrown wherever the refusal is found, and answered in one place. */
export class SignInRefused extends Error {
  readonly status: number;
  /** OAuth error, e.g. invalid_client. */
  readonly error: string;
  readonly suberror: string | undefined;

  /** With the number after AADSTS; one that the emulator has no words for is an invalid_grant. */
  constructor(
    readonly code: number,
    facts: Facts = {},
  ) {
    const kind = entraErrors[code] ?? { error: "invalid_grant", text: "Refused as the test asked for." };
    const named = new Map<string, string | undefined>(Object.entries(facts));
    super(`AADSTS${code}: ${kind.text.replace(/\{(\w+)\}/g, (_name, fact: string) => named.get(fact) ?? "(unknown)")}`);
    this.status = kind.status ?? 400;
    this.error = kind.error;
    this.suberror = kind.suberror;
  }
}
