import { unlessAborted } from "../transport/abort";
import { type Clock, systemClock } from "../transport/clock";
import { cloudOf } from "./clouds";
import type { Credential } from "./credentials/credential";
import { isGuid } from "../guid";
import { resolveCredential } from "./resolve";
import { isOff } from "./resolvedSettings";
import type { Settings } from "./settings";
import { tenantIdOf, verifyTenant } from "./tenant";
import type { TokenClaims } from "./tokenClaims";
import { TokenSource } from "./tokenSource";

/** How to reach a tenant. Nobody has signed in yet: that happens with the first token. */
export interface Connection {
  readonly endpoint: string;
  /** Scope that tokens are asked for. */
  readonly scope: string;
  readonly tokens: TokenSource;
  /** Which credential is used and where its parts came from. */
  readonly identity: string;
  /** Whether a secret that is used comes from what Pulumi keeps in state, where it may be an old one. */
  readonly isRecorded: boolean;
  /** The tenant as far as the settings name it by GUID, lower case; no sign-in. */
  readonly configuredTenantId: string | undefined;
  /**
   * The tenant that calls go to, lower case. Signs in only when the settings do not name it by GUID.
   * @throws ConfigurationError when nobody says which it is.
   */
  tenantId(): Promise<string>;
  /** Who the token is for; signs in. */
  claims(): Promise<TokenClaims | undefined>;
  /** Who the last token was for; signs nobody in. */
  caller(): TokenClaims | undefined;
}

export interface ConnectOptions {
  readonly clock?: Clock;
  /** Shows a person what to do to sign in. @default nobody is told */
  readonly prompt?: (message: string) => void;
  /** Whether a person sits in front of it. @default nobody does */
  readonly hasTerminal?: () => boolean;
  /** In place of what the settings say. */
  readonly credential?: Credential;
  /** Ends the wait for a sign-in. @default nothing does */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Decides how to sign in, without doing it.
 * @throws ConfigurationError when the settings do not suffice.
 */
export function connect(
  settings: Settings,
  { clock = systemClock, credential, signal, ...interaction }: ConnectOptions = {},
): Connection {
  const { resolved } = settings;
  const { prompt = () => undefined, hasTerminal = () => false } = interaction;
  const { endpoint, scope, authorityHost } = cloudOf(resolved);
  const tokens = new TokenSource({
    credential: credential ?? resolveCredential(resolved, { prompt, hasTerminal }),
    enableCae: !isOff(resolved.enableContinuousAccessEvaluation),
    scope,
    clock,
    verify: verifyTenant(resolved.tenantId),
    facts: {
      scope,
      authorityHost,
      ...(resolved.clientId === undefined ? {} : { clientId: resolved.clientId.value }),
      ...(resolved.tenantId === undefined ? {} : { tenantId: resolved.tenantId.value }),
    },
  });
  const setting = resolved.tenantId;
  const claims = (): Promise<TokenClaims | undefined> => unlessAborted(tokens.claims(), signal);
  return {
    endpoint,
    scope,
    tokens,
    identity: tokens.identity,
    isRecorded: Object.values(resolved).some(({ isRecorded }) => isRecorded === true),
    configuredTenantId: setting !== undefined && isGuid(setting.value) ? setting.value.toLowerCase() : undefined,
    tenantId: () => tenantIdOf(setting, claims),
    claims,
    caller: () => tokens.lastClaims,
  };
}
