import type { Principal } from "../tenant/types";
import type { TenantState } from "../tenantState";
import { apiAudiences } from "./audiences";
import { encodeToken } from "./jwt";

export interface TokenTerms {
  /** @default "https://api.powerplatform.com" */
  audience?: string;
  /** Negative for a token that has expired already. @default the setting `tokenLifetimeSeconds` */
  lifetimeSeconds?: number;
  /** Delegated permissions that a user's token holds, and no others. @default all */
  permissions?: string[];
}

/**
 * An access token for a principal, JWT-shaped and accepted by every emulator of the same tenant. After a revocation only
 * with the number that the API demands.
 */
export function issueToken(
  tenantState: TenantState,
  principal: Principal,
  terms: TokenTerms = {},
  answered?: number,
): string {
  const now = Math.floor(tenantState.clock.now() / 1000);
  const isUser = principal.type === "User";
  return encodeToken({
    aud: terms.audience ?? apiAudiences[0],
    iss: `https://sts.windows.net/${tenantState.tenant.id}/`,
    iat: now,
    nbf: now,
    exp: now + (terms.lifetimeSeconds ?? tenantState.settings.tokenLifetimeSeconds),
    tid: tenantState.tenant.id,
    oid: principal.id,
    sub: principal.id,
    idtyp: isUser ? "user" : "app",
    ...(principal.appId === undefined ? {} : { appid: principal.appId }),
    ...(isUser ? { upn: principal.userPrincipalName ?? principal.id } : { roles: [] }),
    ...(terms.permissions === undefined ? {} : { scp: terms.permissions.join(" ") }),
    ...(answered === undefined ? {} : { answeredDemand: answered }),
    ver: "1.0",
    uti: tenantState.newId(),
  });
}
