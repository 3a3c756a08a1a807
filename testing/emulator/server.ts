import { createServer as createHttpsServer } from "node:https";
import type { Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import fastify from "fastify";
import type { SelfSigned } from "./certificate/selfSigned";
import { registerControl } from "./control";
import type { ControlTarget } from "./control/controlTarget";
import { deliver } from "./deliver";
import { registerEntra } from "./entra/endpoints";
import type { ExchangeContext } from "./exchange";
import { exchange } from "./exchange";
import type { Incoming } from "./incoming";
import { listenError } from "./listenError";

export interface ServerOptions {
  context: ExchangeContext;
  control: ControlTarget;
  certificate: SelfSigned;
  host: string;
  /** 0 picks a free port. */
  port: number;
  httpsPort: number;
  /** Called after each answer. */
  onAnswer?: (answered: Answered) => void;
}

/** A request that was answered, to the API, to Entra or to the control surface. */
export interface Answered {
  method: string;
  /** Path and query as sent. */
  url: string;
  status: number;
}

const correlationHeader = "x-ms-correlation-id";

export interface RunningServer {
  port: number;
  httpsPort: number;
  close(): Promise<void>;
}

/** Serves the API, the token endpoints and the control surface over http, and the same over https for identity libraries. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { ignoreDuplicateSlashes: false },
    // A malformed address, which no hook sees.
    frameworkErrors: ({ code, message }, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, {
        [correlationHeader]: options.context.tenantState.newId(),
        "content-type": "application/json; charset=utf-8",
      });
      reply.raw.end(JSON.stringify({ code, message }));
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    done(null, body);
  });
  // Also on what fastify refuses itself, such as a body past its limit.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (!reply.hasHeader(correlationHeader)) void reply.header(correlationHeader, options.context.tenantState.newId());
    // Clients tell by it what was made before a request, so it is the clock that dates objects. A fault may have a date of its own.
    const date = new Date(options.context.tenantState.clock.now()).toUTCString();
    if (!reply.hasHeader("date")) void reply.header("date", date);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    options.onAnswer?.({ method: request.method, url: request.url, status: reply.statusCode });
    done();
  });
  registerControl(app, options.control);
  registerEntra(app, options.context.tenantState);
  app.all("/*", async (request, reply) => {
    await deliver(reply, await exchange(options.context, incomingOf(request)));
    return reply;
  });

  const { host, port, httpsPort } = options;
  await app.listen({ host, port }).catch((error: unknown) => {
    throw listenError(error, "port", host, port);
  });
  const https = await listenHttps(app, options).catch(async (error: unknown) => {
    await app.close();
    throw listenError(error, "httpsPort", host, httpsPort);
  });
  return {
    port: portOf(app.server.address()),
    httpsPort: portOf(https.address()),
    close: async () => {
      https.closeAllConnections();
      await new Promise((resolve) => https.close(resolve));
      await app.close();
    },
  };
}

function listenHttps(app: FastifyInstance, { certificate, host, httpsPort }: ServerOptions): Promise<HttpsServer> {
  const server = createHttpsServer(certificate, (request, response) => {
    app.routing(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(httpsPort, host, () => {
      resolve(server);
    });
  });
}

function incomingOf(request: FastifyRequest): Incoming {
  const [path = "/", ...search] = request.url.split("?");
  return {
    method: request.method,
    path,
    search: new URLSearchParams(search.join("?")),
    headers: request.headers,
    body: typeof request.body === "string" ? request.body : "",
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
