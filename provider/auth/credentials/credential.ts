import type { TokenCredential } from "@azure/identity";
import type { PresentedAssertion } from "../entra/presented";

/** A token and until when it holds. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970; `undefined` when nobody says. */
  readonly expiresAtMs?: number;
}

export interface TokenRequest {
  readonly scope: string;
  readonly claims?: string;
  /** A token from a cache will not do: the service refused it. */
  readonly isForced: boolean;
  /** Ask for a token that can be revoked at once. */
  readonly enableCae: boolean;
}

/** Signs in. */
export interface Credential {
  /** For messages, such as `client secret from POWER_PLATFORM_CLIENT_SECRET, application 1111…`. */
  readonly identity: string;
  /** Throws whatever the library throws; the token source explains it. */
  fetch(request: TokenRequest): Promise<AccessToken>;
  /** The federated token that was last presented to Entra. */
  readonly presented?: () => PresentedAssertion | undefined;
}

/** Of a class of @azure/identity. Its own cache lives in the instance, so a forced renewal takes a new one. */
export function identityCredential(identity: string, create: () => TokenCredential): Credential {
  let current: TokenCredential | undefined;
  return {
    identity,
    async fetch({ scope, claims, isForced, enableCae }) {
      if (isForced) current = undefined;
      current ??= create();
      const answer = await current.getToken(scope, {
        enableCae,
        ...(claims === undefined ? {} : { claims }),
      });
      if (answer === null) throw new Error("no token came back");
      return { token: answer.token, expiresAtMs: answer.expiresOnTimestamp };
    },
  };
}
