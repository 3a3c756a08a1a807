import { type Clock, systemClock } from "../transport/clock";
import { cloudOf } from "./clouds";
import type { Credential } from "./credentials/credential";
import { isGuid } from "./guid";
import { resolveCredential } from "./resolve";
import type { Settings } from "./settings";
import { tenantIdOf, verifyTenant } from "./tenant";
import type { TokenClaims } from "./tokenClaims";
import { TokenSource } from "./tokenSource";

/** How to reach a tenant. Nobody has signed in yet: that happens with the first token. */
export interface Connection {
  readonly endpoint: string;
  readonly tokens: TokenSource;
  /** Which credential is used and where its parts came from. */
  readonly identity: string;
  /** The tenant as far as the settings name it by GUID, lower case; no sign-in. */
  readonly configuredTenantId: string | undefined;
  /**
   * The tenant that calls go to, lower case. Signs in only when the settings do not name it by GUID.
   * @throws ConfigurationError when nobody says which it is.
   */
  tenantId(): Promise<string>;
  /** Who the token is for; signs in. */
  claims(): Promise<TokenClaims | undefined>;
}

/**
 * Decides how to sign in, without doing it.
 * @throws ConfigurationError when the settings do not suffice.
 */
export function connect(
  settings: Settings,
  { clock = systemClock, credential }: { readonly clock?: Clock; readonly credential?: Credential } = {},
): Connection {
  const { given } = settings;
  const { endpoint, scope } = cloudOf(given);
  const tokens = new TokenSource({
    credential: credential ?? resolveCredential(given),
    scope,
    clock,
    verify: verifyTenant(given.tenantId),
  });
  const setting = given.tenantId;
  return {
    endpoint,
    tokens,
    identity: tokens.identity,
    configuredTenantId:
      setting !== undefined && isGuid(setting.value) ? setting.value.toLowerCase() : undefined,
    tenantId: () => tenantIdOf(setting, tokens),
    claims: () => tokens.claims(),
  };
}
