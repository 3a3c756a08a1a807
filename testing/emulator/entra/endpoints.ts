import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { World } from "../world";
import { entraErrorBody, unknownTenant } from "./entraError";
import { grantToken, isTenant } from "./tokenGrant";

interface TenantRoute {
  Params: { tenant: string };
}

/** The endpoints of Entra that identity libraries use: tokens, metadata, instance discovery. */
export function registerEntra(app: FastifyInstance, world: World): void {
  const token = async (request: FastifyRequest<TenantRoute>, reply: FastifyReply): Promise<FastifyReply> => {
    const form = new URLSearchParams(typeof request.body === "string" ? request.body : "");
    const grant = grantToken(world, request.params.tenant, form);
    if ("body" in grant) return send(world, reply, 200, grant.body);
    return send(world, reply, grant.refusal.status, entraErrorBody(world, grant.refusal));
  };
  const metadata = async (
    request: FastifyRequest<TenantRoute>,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const { tenant } = request.params;
    if (!isTenant(world, tenant))
      return send(world, reply, 400, entraErrorBody(world, unknownTenant(tenant)));
    return send(world, reply, 200, openidConfiguration(world, tenant));
  };
  app.post<TenantRoute>("/:tenant/oauth2/v2.0/token", token);
  app.get<TenantRoute>("/:tenant/v2.0/.well-known/openid-configuration", metadata);
  app.get("/common/discovery/instance", async (_request, reply) =>
    send(world, reply, 200, instanceDiscovery(world)),
  );
  app.get("/:tenant/discovery/v2.0/keys", async (_request, reply) => send(world, reply, 200, { keys: [] }));
}

function send(world: World, reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .header("x-ms-correlation-id", world.newId())
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify(body));
}

function openidConfiguration(world: World, tenant: string): object {
  const base = `${world.authorityUrl}/${tenant}`;
  return {
    issuer: `${world.authorityUrl}/${world.tenant.id}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ["code", "id_token", "code id_token"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt"],
    tenant_region_scope: null,
    cloud_instance_name: new URL(world.authorityUrl).host,
  };
}

function instanceDiscovery(world: World): object {
  const host = new URL(world.authorityUrl).host;
  return {
    tenant_discovery_endpoint: `${world.authorityUrl}/${world.tenant.id}/v2.0/.well-known/openid-configuration`,
    "api-version": "1.1",
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
