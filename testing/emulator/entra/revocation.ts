import { parseJson } from "./parseJson";

/**
 * Continuous access evaluation: after a revocation the API takes only tokens that were asked for with the claims of its
 * challenge. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export class Revocation {
  /** Seconds since 1970; undefined while nothing was revoked. */
  private at: number | undefined;

  constructor(private readonly now: () => number) {}

  /** What a token has to answer to be taken now. */
  get demand(): number | undefined {
    return this.at;
  }

  /** Revokes every token given so far. A second one in the same second revokes again. */
  revoke(): void {
    this.at = Math.max(Math.floor(this.now() / 1000), (this.at ?? 0) + 1);
  }

  clear(): void {
    this.at = undefined;
  }

  /** The claims to ask a new token with, or undefined for a token that answers the demand already. */
  challenge(answered: unknown): string | undefined {
    if (this.at === undefined || (typeof answered === "number" && answered >= this.at)) return undefined;
    return JSON.stringify({ access_token: { nbf: { essential: true, value: String(this.at) } } });
  }
}

/** The `nbf` in the `claims` parameter of a token request. */
export function demandOf(form: URLSearchParams): number | undefined {
  const asked = parseJson(form.get("claims") ?? "") as
    { access_token?: { nbf?: { value?: string } | null } | null } | undefined;
  const value = Number(asked?.access_token?.nbf?.value);
  return Number.isNaN(value) ? undefined : value;
}
