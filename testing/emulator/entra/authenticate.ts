import type { Principal } from "../tenant/types";
import { isSameId } from "../tenant/entity";
import type { TenantState } from "../tenantState";
import { isApiAudience } from "./audiences";
import { readToken } from "./jwt";

export interface Unauthenticated {
  reason: string;
  /** The claims to ask a new token with, for one that was revoked. */
  challenge?: string;
}

export interface Authenticated {
  principal: Principal;
  /** Delegated permissions of the token; absent when it is not limited. */
  scopes?: readonly string[];
}

export type Authentication = Authenticated | Unauthenticated;

/** Who a bearer token stands for, or why it is refused. */
export function authenticate(tenantState: TenantState, header: string | undefined): Authentication {
  const token = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
  if (token === undefined) return { reason: "The request has no bearer token." };
  const claims = readToken(token);
  if (claims === undefined) return { reason: "The access token is not one of this tenant." };
  if (!isSameId(claims.tid, tenantState.tenant.id)) return { reason: "The access token is for another tenant." };
  if (claims.exp * 1000 <= tenantState.clock.now()) return { reason: "The access token has expired." };
  if (!isApiAudience(claims.aud, tenantState.baseUrl)) {
    return { reason: `The access token is for another audience, ${claims.aud}.` };
  }
  const challenge = tenantState.entra.revocation.challenge(claims.answeredDemand);
  if (challenge !== undefined) return { reason: "The access token was revoked.", challenge };
  const principal = tenantState.tenant.principals.get(claims.oid);
  if (principal === undefined) return { reason: "The principal of the access token is unknown." };
  return { principal, ...(claims.scp === undefined ? {} : { scopes: claims.scp.split(" ") }) };
}
