import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { SelfSigned } from "../../testing/emulator/certificate/selfSigned";
import type { ReceivedRequest, Reply } from "./standIn";

export interface LoopbackServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly requests: () => ReceivedRequest[];
  readonly stop: () => Promise<void>;
}

/** A server on 127.0.0.1 that notes what it is asked; https with a certificate. */
export async function startLoopback(
  answer: (request: ReceivedRequest) => Reply | Promise<Reply>,
  certificate?: SelfSigned,
): Promise<LoopbackServer> {
  const requests: ReceivedRequest[] = [];
  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    void receive(incoming).then(async (request) => {
      requests.push(request);
      send(response, await failureAsReply(answer, request));
    });
  };
  const server = certificate ? createHttpsServer(certificate, listener) : createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? "https" : "http"}://127.0.0.1:${port}`,
    requests: () => [...requests],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  return {
    method: incoming.method ?? "GET",
    path: pathname,
    query: Object.fromEntries(searchParams),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body: await text(incoming),
  };
}

/** A stand-in that throws is a mistake in a test: the client is told, or it would wait for ever. */
async function failureAsReply(
  answer: (request: ReceivedRequest) => Reply | Promise<Reply>,
  request: ReceivedRequest,
): Promise<Reply> {
  try {
    return await answer(request);
  } catch (error) {
    return { status: 500, body: { error: "stand_in_failed", error_description: String(error) } };
  }
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const type = typeof body === "string" ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  response.writeHead(status, { ...(body === undefined ? {} : { "content-type": type }), ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
