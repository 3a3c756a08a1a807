/** What the transport knows of signing in. */
export interface Tokens {
  /**
   * A bearer token that is valid for a while yet.
   * @throws AuthError when none can be had.
   */
  getToken(need?: TokenNeed): Promise<string>;
}

export interface TokenNeed {
  /** The token that the service has just refused: another one is needed. */
  readonly rejected?: string;
  /** What the service asks the new token to hold, as decoded JSON (continuous access evaluation). */
  readonly claims?: string;
}
