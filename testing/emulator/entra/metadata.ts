import type { TenantState } from "../tenantState";

/** What identity libraries read first: where the endpoints of a tenant are. */
export function openidConfiguration(tenantState: TenantState, tenant: string): object {
  const base = `${tenantState.authorityUrl}/${tenant}`;
  return {
    issuer: `${tenantState.authorityUrl}/${tenantState.tenant.id}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ["code", "id_token", "code id_token"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
    tenant_region_scope: null,
    cloud_instance_name: new URL(tenantState.authorityUrl).host,
  };
}

/** Which authorities belong together: this one alone. */
export function instanceDiscovery(tenantState: TenantState): object {
  const host = new URL(tenantState.authorityUrl).host;
  return {
    tenant_discovery_endpoint: `${tenantState.authorityUrl}/${tenantState.tenant.id}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
