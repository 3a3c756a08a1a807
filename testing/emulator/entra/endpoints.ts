import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { TenantState } from "../tenantState";
import { authorize } from "./authorize";
import { isTenant } from "./directory";
import { giveDeviceCode } from "./giveDeviceCode";
import { instanceDiscovery, openidConfiguration } from "./metadata";
import { refusalBody } from "./refusalBody";
import { loggedFields, type SignInEndpoint } from "./signInLog";
import { SignInRefused } from "./signInRefused";
import { grantToken } from "./tokenGrant";

interface TenantRoute {
  Params: { tenant: string };
}

type TenantRequest = FastifyRequest<TenantRoute>;

/** The endpoints of Entra that identity libraries use: tokens, device codes, the browser's sign-in, metadata. */
export function registerEntra(app: FastifyInstance, tenantState: TenantState): void {
  app.post<TenantRoute>("/:tenant/oauth2/v2.0/token", (request, reply) =>
    signIn(tenantState, { endpoint: "token", request, reply, form: formOf(request) }, (form) => ({
      status: 200,
      body: grantToken(tenantState, form),
    })),
  );
  app.post<TenantRoute>("/:tenant/oauth2/v2.0/devicecode", (request, reply) =>
    signIn(tenantState, { endpoint: "devicecode", request, reply, form: formOf(request) }, (form) => ({
      status: 200,
      body: giveDeviceCode(tenantState, form),
    })),
  );
  app.get<TenantRoute>("/:tenant/oauth2/v2.0/authorize", (request, reply) =>
    signIn(tenantState, { endpoint: "authorize", request, reply, form: queryOf(request) }, (query) => ({
      status: 302,
      location: authorize(tenantState, query),
    })),
  );
  app.get<TenantRoute>("/:tenant/v2.0/.well-known/openid-configuration", async (request, reply) => {
    const { tenant } = request.params;
    if (isTenant(tenantState, tenant)) return send(tenantState, reply, 200, openidConfiguration(tenantState, tenant));
    return send(tenantState, reply, 400, refusalBody(tenantState, new SignInRefused(90002, { tenant })));
  });
  app.get("/common/discovery/instance", async (_request, reply) =>
    send(tenantState, reply, 200, instanceDiscovery(tenantState)),
  );
  app.get("/:tenant/discovery/v2.0/keys", async (_request, reply) => send(tenantState, reply, 200, { keys: [] }));
}

interface SignInRequest {
  endpoint: SignInEndpoint;
  request: TenantRequest;
  reply: FastifyReply;
  form: URLSearchParams;
}

type Answer = { status: 200; body: object } | { status: 302; location: string };

/** Answers and logs one request; a refusal becomes Entra's body for it. */
async function signIn(
  tenantState: TenantState,
  { endpoint, request, reply, form }: SignInRequest,
  answer: (form: URLSearchParams) => Answer,
): Promise<FastifyReply> {
  const { tenant } = request.params;
  const log = (status: number, code?: number): void => {
    tenantState.entra.log.add({
      at: new Date(tenantState.clock.now()).toISOString(),
      endpoint,
      tenant,
      ...loggedFields(form),
      status,
      ...(code === undefined ? {} : { code }),
    });
  };
  try {
    if (!isTenant(tenantState, tenant)) throw new SignInRefused(90002, { tenant });
    const answered = answer(form);
    log(answered.status);
    return answered.status === 200
      ? await send(tenantState, reply, 200, answered.body)
      : await reply.redirect(answered.location, 302);
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    log(error.status, error.code);
    return send(tenantState, reply, error.status, refusalBody(tenantState, error));
  }
}

const formOf = ({ body }: TenantRequest): URLSearchParams => new URLSearchParams(typeof body === "string" ? body : "");

const queryOf = ({ url }: TenantRequest): URLSearchParams => new URL(url, "http://127.0.0.1").searchParams;

function send(tenantState: TenantState, reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .header("x-ms-correlation-id", tenantState.newId())
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify(body));
}
