import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { HttpsProxyAgent } from "https-proxy-agent";
import { connectTimeout, noteConnectFailure, type ProxyAnswer } from "./connectFailure";
import type { Proxy } from "./proxy";

export interface TunnelOptions {
  /** From the first packet to the proxy to the end of the handshake with the host behind it. */
  readonly connectTimeoutMs: number;
  readonly idleMs: number;
}

type ConnectOptions = Parameters<HttpsProxyAgent<string>["connect"]>[1];

/**
 * Connections to https hosts through a proxy (CONNECT), used again while they are open. It adds to its base class a time
 * limit, and that a refusal of the proxy is a failure: the base class passes it on as if the host had answered.
 */
export class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #limitMs: number;

  constructor({ url, authorization }: Proxy, { connectTimeoutMs, idleMs }: TunnelOptions) {
    // As a header, because the base class prints the address where DEBUG asks for it.
    const headers = authorization === undefined ? {} : { "Proxy-Authorization": authorization };
    super(url, { keepAlive: true, timeout: idleMs, headers });
    this.#limitMs = connectTimeoutMs;
  }

  override async connect(request: ClientRequest, options: ConnectOptions): Promise<Socket> {
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort(connectTimeout(this.#limitMs));
    }, this.#limitMs);
    let answer: ProxyAnswer | undefined;
    request.once("proxyConnect", (given: Parameters<typeof readAnswer>[0]) => {
      answer = readAnswer(given);
    });
    try {
      // The base class takes them for the next connection it makes, which it does at once.
      this.connectOpts = { ...this.connectOpts, signal: limit.signal };
      const socket = await super.connect(request, options);
      if (answer?.status === 200) return await secured(socket);
      socket.destroy();
      throw Object.assign(new Error("no tunnel"), { code: `PROXY_${answer?.status ?? 0}` });
    } catch (error) {
      const cause: unknown = limit.signal.aborted ? limit.signal.reason : error;
      throw noteConnectFailure(
        cause instanceof Error ? cause : new Error(String(cause)),
        answer === undefined ? {} : { answer },
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

function readAnswer(given: {
  readonly statusCode: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): ProxyAnswer {
  const authenticate = given.headers["proxy-authenticate"];
  return {
    status: given.statusCode,
    text: given.statusText,
    ...(authenticate === undefined ? {} : { authenticate: [authenticate].flat().join(", ") }),
  };
}

/** The socket once its handshake is done. The limit breaks the socket below it, which fails this one. */
function secured(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once("error", reject).once("secureConnect", () => {
      socket.removeListener("error", reject);
      resolve(socket);
    });
  });
}
