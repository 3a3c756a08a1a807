import type { Principal } from "../tenant/types";
import type { World } from "../world";
import { assertionFacts } from "./assertion";
import { issueToken } from "./issueToken";
import { encodeToken } from "./jwt";
import { demandOf } from "./revocation";
import { type Facts, SignInRefused } from "./signInRefused";

const refreshLifetimeSeconds = 90 * 24 * 3600;

/** The answer to a sign-in of an application. Refused when a test asked for it. */
export function answerApplication(world: World, application: Principal, form: URLSearchParams): object {
  refuseOnDemand(world, application, form);
  return accessTokenBody(world, application, form);
}

/** The answer to a sign-in of a user: also a refresh token and an id token. */
export function answerUser(world: World, user: Principal, form: URLSearchParams, nonce?: string): object {
  refuseOnDemand(world, user, form);
  const now = Math.floor(world.clock.now() / 1000);
  const ids = { oid: user.id, tid: world.tenant.id, sub: user.id };
  const exp = now + refreshLifetimeSeconds;
  return {
    ...accessTokenBody(world, user, form),
    scope: form.get("scope") ?? "",
    refresh_token: encodeToken({ ...ids, kind: "refresh", exp }),
    id_token: encodeToken({
      ...ids,
      aud: form.get("client_id") ?? "",
      iss: `${world.authorityUrl}/${world.tenant.id}/v2.0`,
      iat: now,
      exp,
      preferred_username: user.userPrincipalName ?? user.id,
      ...(nonce === undefined ? {} : { nonce }),
      ver: "2.0",
    }),
    client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: world.tenant.id })).toString("base64url"),
  };
}

function accessTokenBody(world: World, principal: Principal, form: URLSearchParams): object {
  const seconds = world.settings.tokenLifetimeSeconds;
  const audience = audienceOf(form);
  return {
    token_type: "Bearer",
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: issueToken(world, principal, audience === undefined ? {} : { audience }, demandOf(form)),
  };
}

function refuseOnDemand(world: World, principal: Principal, form: URLSearchParams): void {
  const code = world.entra.refusals.take("token", principal.id);
  if (code === undefined) return;
  throw new SignInRefused(code, factsOf(world, form, principal.userPrincipalName));
}

/** What the words of any refusal may name. */
export const factsOf = (world: World, form: URLSearchParams, user?: string): Facts => {
  const named = user ?? form.get("username");
  return {
    tenant: world.tenant.id,
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
