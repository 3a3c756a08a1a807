import { isSameId } from "../tenant/entity";
import type { Principal } from "../tenant/types";
import type { World } from "../world";
import type { EntraError } from "./entraError";
import * as refusals from "./entraError";
import { issueToken } from "./issueToken";
import { encodeToken, readToken } from "./jwt";

export type Grant = { body: object } | { refusal: EntraError };

/** Answers a token request: client credentials (secret, certificate or federated token), password, refresh token. */
export function grantToken(world: World, tenant: string, form: URLSearchParams): Grant {
  if (!isTenant(world, tenant)) return { refusal: refusals.unknownTenant(tenant) };
  const grantType = form.get("grant_type") ?? "";
  switch (grantType) {
    case "client_credentials":
      return grantToApplication(world, form);
    case "password":
      return grantToUser(world, form, userOfPassword(world, form));
    case "refresh_token":
      return grantToUser(world, form, userOfRefreshToken(world, form));
    default:
      return { refusal: refusals.unsupportedGrant(grantType) };
  }
}

/** Ours by id, or one of the names that stand for any tenant. */
export const isTenant = (world: World, tenant: string): boolean =>
  isSameId(tenant, world.tenant.id) || ["common", "organizations"].includes(tenant.toLowerCase());

function grantToApplication(world: World, form: URLSearchParams): Grant {
  const clientId = form.get("client_id") ?? "";
  const application = world.tenant.principals.list().find(({ appId }) => isSameId(appId, clientId));
  if (application === undefined) return { refusal: refusals.unknownApplication(clientId, world.tenant.id) };
  const secret = form.get("client_secret");
  const assertion = form.get("client_assertion");
  if (secret !== null) {
    if (secret !== application.secret) return { refusal: refusals.wrongSecret(clientId) };
  } else if (assertion !== null) {
    if (!isJwt(assertion)) return { refusal: refusals.badAssertion };
  } else {
    return { refusal: refusals.missingCredential };
  }
  return { body: tokenBody(world, application, form) };
}

function grantToUser(world: World, form: URLSearchParams, user: Principal | undefined): Grant {
  if (user === undefined) return { refusal: refusals.wrongPassword };
  const ids = { oid: user.id, tid: world.tenant.id, sub: user.id };
  const exp = Math.floor(world.clock.now() / 1000) + 90 * 24 * 3600;
  return {
    body: {
      ...tokenBody(world, user, form),
      scope: form.get("scope") ?? "",
      refresh_token: encodeToken({ ...ids, kind: "refresh", exp }),
      id_token: encodeToken({
        ...ids,
        aud: form.get("client_id") ?? "",
        iss: `${world.authorityUrl}/${world.tenant.id}/v2.0`,
        iat: exp - 90 * 24 * 3600,
        exp,
        preferred_username: user.userPrincipalName ?? user.id,
        ver: "2.0",
      }),
      client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: world.tenant.id })).toString("base64url"),
    },
  };
}

function tokenBody(world: World, principal: Principal, form: URLSearchParams): object {
  const seconds = world.settings.tokenLifetimeSeconds;
  const audience = audienceOf(form.get("scope") ?? "");
  return {
    token_type: "Bearer",
    expires_in: seconds,
    ext_expires_in: seconds,
    access_token: issueToken(world, principal, audience === undefined ? {} : { audience }),
  };
}

/** The resource of the first scope that names one: `https://api.powerplatform.com/.default` without its last segment. */
const audienceOf = (scope: string): string | undefined =>
  scope
    .split(" ")
    .find((part) => part.includes("://"))
    ?.replace(/\/[^/]*$/, "");

const userOfPassword = (world: World, form: URLSearchParams): Principal | undefined =>
  world.tenant.principals
    .list()
    .find(
      ({ userPrincipalName, password }) =>
        password !== undefined &&
        password === form.get("password") &&
        isSameId(userPrincipalName, form.get("username")),
    );

function userOfRefreshToken(world: World, form: URLSearchParams): Principal | undefined {
  const claims = readToken(form.get("refresh_token") ?? "");
  const isRefresh = claims?.kind === "refresh" && claims.exp * 1000 > world.clock.now();
  return isRefresh ? world.tenant.principals.get(claims.oid) : undefined;
}

/** Three parts, the first of which decodes to a JSON header. Any signer is trusted. */
function isJwt(text: string): boolean {
  const parts = text.split(".");
  try {
    const header: unknown = JSON.parse(Buffer.from(parts[0] ?? "", "base64url").toString("utf8"));
    return parts.length === 3 && typeof header === "object" && header !== null;
  } catch {
    return false;
  }
}
