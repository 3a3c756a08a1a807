import nock from "nock";
import { tenantA } from "./tokens";

export const authority = "https://login.example.com";

/** Entra's metadata of a tenant, once; more answers can be added to it. */
export function metadata(tenantId = tenantA): nock.Scope {
  const base = `${authority}/${tenantId}`;
  return nock(authority)
    .get(`/${tenantId}/v2.0/.well-known/openid-configuration`)
    .reply(200, {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
}
