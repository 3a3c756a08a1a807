import { ConfigurationError } from "../errors";
import { isGuid } from "../guid";
import type { Setting } from "./resolvedSettings";
import type { TokenClaims } from "./tokenClaims";

/**
 * Refuses a token of another tenant than the one that is set, or than the first token of the run was for, before anything is sent
 * with it: whoever signs in to a tool elsewhere in the middle of a run does not move the run.
 */
export function verifyTenant(setting: Setting | undefined): (claims: TokenClaims | undefined) => void {
  let first: string | undefined;
  return (claims) => {
    const tid = claims?.tid?.toLowerCase();
    if (tid === undefined) return;
    if (setting !== undefined && isGuid(setting.value) && tid !== setting.value.toLowerCase()) {
      throw new ConfigurationError(
        `tenantId is ${setting.value} (from ${setting.origin}), but the credential signs in to tenant ${tid}; nothing was sent.\n` +
          "  Sign in to the tenant that is meant, or change tenantId.",
      );
    }
    first ??= tid;
    if (tid === first) return;
    throw new ConfigurationError(
      `The run works in tenant ${first}, and the renewed token is for tenant ${tid}; nothing was sent with it.\n` +
        "  Sign in to the tenant that is meant, set tenantId to its GUID, and run it again.",
    );
  };
}

/** The tenant that calls go to: as it is set where that is a GUID, with no sign-in; else as the token says. Lower case. */
export async function tenantIdOf(
  setting: Setting | undefined,
  claims: () => Promise<TokenClaims | undefined>,
): Promise<string> {
  if (setting !== undefined && isGuid(setting.value)) return setting.value.toLowerCase();
  const tid = (await claims())?.tid;
  if (tid !== undefined) return tid.toLowerCase();
  throw new ConfigurationError(
    "The token does not say which tenant it is for. Set tenantId to the GUID of the tenant.",
  );
}
