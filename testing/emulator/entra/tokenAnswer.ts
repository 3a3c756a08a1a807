import type { Principal } from "../tenant/types";
import type { TenantState } from "../tenantState";
import { assertionFacts } from "./assertion";
import { issueToken } from "./issueToken";
import { encodeToken } from "./jwt";
import { demandOf } from "./revocation";
import { type Facts, SignInRefused } from "./signInRefused";

const refreshLifetimeSeconds = 90 * 24 * 3600;

/** The answer to a sign-in of an application. Refused when a test asked for it. */
export function answerApplication(tenantState: TenantState, application: Principal, form: URLSearchParams): object {
  refuseOnDemand(tenantState, application, form);
  return accessTokenBody(tenantState, application, form);
}

/** The answer to a sign-in of a user: also a refresh token and an id token. */
export function answerUser(tenantState: TenantState, user: Principal, form: URLSearchParams, nonce?: string): object {
  refuseOnDemand(tenantState, user, form);
  const now = Math.floor(tenantState.clock.now() / 1000);
  const ids = { oid: user.id, tid: tenantState.tenant.id, sub: user.id };
  const exp = now + refreshLifetimeSeconds;
  return {
    ...accessTokenBody(tenantState, user, form),
    scope: form.get("scope") ?? "",
    refresh_token: encodeToken({ ...ids, kind: "refresh", exp }),
    id_token: encodeToken({
      ...ids,
      aud: form.get("client_id") ?? "",
      iss: `${tenantState.authorityUrl}/${tenantState.tenant.id}/v2.0`,
      iat: now,
      exp,
      preferred_username: user.userPrincipalName ?? user.id,
      ...(nonce === undefined ? {} : { nonce }),
      ver: "2.0",
    }),
    client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: tenantState.tenant.id })).toString("base64url"),
  };
}

function accessTokenBody(tenantState: TenantState, principal: Principal, form: URLSearchParams): object {
  const seconds = tenantState.settings.tokenLifetimeSeconds;
  const audience = audienceOf(form);
  return {
    token_type: "Bearer",
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: issueToken(tenantState, principal, audience === undefined ? {} : { audience }, demandOf(form)),
  };
}

function refuseOnDemand(tenantState: TenantState, principal: Principal, form: URLSearchParams): void {
  const code = tenantState.entra.refusals.take("token", principal.id);
  if (code === undefined) return;
  throw new SignInRefused(code, factsOf(tenantState, form, principal.userPrincipalName));
}

/** What the words of any refusal may name. */
export const factsOf = (tenantState: TenantState, form: URLSearchParams, user?: string): Facts => {
  const named = user ?? form.get("username");
  return {
    tenant: tenantState.tenant.id,
    clientId: form.get("client_id") ?? "",
    resource: audienceOf(form) ?? "https://api.powerplatform.com",
    redirectUri: form.get("redirect_uri") ?? "",
    ...(named === null ? {} : { user: named }),
    ...assertionFacts(form.get("client_assertion")),
  };
};

/** The resource of the first scope that names one: `https://api.powerplatform.com/.default` without its last segment. */
const audienceOf = (form: URLSearchParams): string | undefined =>
  (form.get("scope") ?? "")
    .split(" ")
    .find((part) => part.includes("://"))
    ?.replace(/\/[^/]*$/, "");
