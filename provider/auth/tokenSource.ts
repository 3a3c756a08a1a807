import { AuthError, ConfigurationError, registerSecret } from "../errors";
import type { Clock } from "../transport/clock";
import type { TokenNeed, Tokens } from "../transport/tokens";
import type { AccessToken, Credential, TokenRequest } from "./credentials/credential";
import type { SignInFacts } from "./entra/signInFacts";
import { asAuthError } from "./identityError";
import { decodeToken, type TokenClaims } from "./tokenClaims";

export interface TokenSourceOptions {
  readonly credential: Credential;
  readonly scope: string;
  readonly clock: Clock;
  /** Ask for tokens that can be revoked at once. @default true */
  readonly enableCae?: boolean;
  /** Looks at every new token before it is used; throws when it must not be. */
  readonly verify?: (claims: TokenClaims | undefined) => void;
  /** For advice when signing in fails. */
  readonly facts?: SignInFacts;
}

/** A token is renewed this long before it ends, or at half of its life when that is shorter. */
const RENEW_BEFORE_MS = 300_000;

interface Held extends AccessToken {
  readonly renewAtMs: number;
}

/** Keeps one token for all callers, fetches it once for all who ask, and renews it before it ends. */
export class TokenSource implements Tokens {
  readonly #options: TokenSourceOptions;
  #held: Held | undefined;
  #lastClaims: TokenClaims | undefined;
  /** Fetches on their way, by the claims they ask for. */
  readonly #fetching = new Map<string, Promise<Held>>();

  constructor(options: TokenSourceOptions) {
    this.#options = options;
  }

  /** Which credential is used and where its parts came from. */
  get identity(): string {
    return this.#options.credential.identity;
  }

  async getToken({ rejected, claims }: TokenNeed = {}): Promise<string> {
    const isRefused = rejected !== undefined && this.#held?.token === rejected;
    if (isRefused) this.#held = undefined;
    const held = claims !== undefined && rejected === undefined ? undefined : this.#held;
    // Whoever comes late with an old token gets the one that others have renewed meanwhile.
    if (held !== undefined) return (this.#now() < held.renewAtMs ? held : await this.#renewed(held)).token;
    return (await this.#fetch(isRefused || claims !== undefined, claims)).token;
  }

  /** Who the token is for; signs in when nobody has yet. `undefined` when the token does not say. */
  async claims(): Promise<TokenClaims | undefined> {
    return decodeToken(await this.getToken());
  }

  /** Who the last token was for, whether or not it is still held; nobody signs in for it. */
  get lastClaims(): TokenClaims | undefined {
    return this.#lastClaims;
  }

  /** A renewal that fails while the old token still holds is no failure, unless it gave a token that must not be used. */
  async #renewed(held: Held): Promise<Held> {
    try {
      return await this.#fetch(false);
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      if (held.expiresAtMs !== undefined && this.#now() < held.expiresAtMs) return held;
      throw error;
    }
  }

  #fetch(isForced: boolean, claims = ""): Promise<Held> {
    const key = `${isForced ? "new" : "any"} ${claims}`;
    const running = this.#fetching.get(key) ?? (isForced ? undefined : this.#fetching.get("new "));
    if (running !== undefined) return running;
    const { scope, enableCae = true } = this.#options;
    const request: TokenRequest = { scope, isForced, enableCae, ...(claims === "" ? {} : { claims }) };
    const fetching = this.#ask(request).finally(() => this.#fetching.delete(key));
    this.#fetching.set(key, fetching);
    return fetching;
  }

  async #ask(request: TokenRequest): Promise<Held> {
    const { credential, verify, facts } = this.#options;
    let answer: AccessToken;
    try {
      answer = await credential.fetch(request);
    } catch (error) {
      const presented = credential.presented?.();
      throw asAuthError(credential.identity, error, {
        ...facts,
        ...(presented === undefined ? {} : { presented }),
      });
    }
    registerSecret(answer.token);
    const now = this.#now();
    const { expiresAtMs } = answer;
    if (expiresAtMs !== undefined && expiresAtMs <= now) {
      const [at, clock] = [expiresAtMs, now].map((ms) => new Date(ms).toISOString());
      throw new AuthError(
        `No token could be had with ${credential.identity}: it expired at ${at ?? ""}, and this machine's clock says ${clock ?? ""}.`,
        { outcome: "neverSent" },
      );
    }
    const claims = decodeToken(answer.token);
    verify?.(claims);
    this.#lastClaims = claims;
    const marginMs = expiresAtMs === undefined ? 0 : Math.min(RENEW_BEFORE_MS, (expiresAtMs - now) / 2);
    this.#held = { ...answer, renewAtMs: expiresAtMs === undefined ? Infinity : expiresAtMs - marginMs };
    return this.#held;
  }

  #now(): number {
    return this.#options.clock.now();
  }
}
