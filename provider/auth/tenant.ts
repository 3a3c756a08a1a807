import { ConfigurationError } from "../errors";
import { isGuid } from "../guid";
import type { Setting } from "./resolvedSettings";
import type { TokenSource } from "./tokenSource";
import type { TokenClaims } from "./tokenClaims";

/** Refuses a token of another tenant than the one that is set, before anything is sent with it. */
export const verifyTenant =
  (setting: Setting | undefined) =>
  (claims: TokenClaims | undefined): void => {
    if (setting === undefined || !isGuid(setting.value) || claims?.tid === undefined) return;
    if (claims.tid.toLowerCase() === setting.value.toLowerCase()) return;
    throw new ConfigurationError(
      `tenantId is ${setting.value} (from ${setting.origin}), but the credential signs in to tenant ${claims.tid}; nothing was sent.\n` +
        "  Sign in to the tenant that is meant, or change tenantId.",
    );
  };

/** The tenant that calls go to: as it is set where that is a GUID, with no sign-in; else as the token says. Lower case. */
export async function tenantIdOf(setting: Setting | undefined, tokens: TokenSource): Promise<string> {
  if (setting !== undefined && isGuid(setting.value)) return setting.value.toLowerCase();
  const tid = (await tokens.claims())?.tid;
  if (tid !== undefined) return tid.toLowerCase();
  throw new ConfigurationError(
    "The token does not say which tenant it is for. Set tenantId to the GUID of the tenant.",
  );
}
