import type { AxiosResponse, AxiosStatic } from "axios";
import { PowerPlatformError } from "../../errors";
import { linkedAbort } from "../abort";
import { Agents, type AgentPair } from "../agents";
import { failedSend } from "../failedSend";
import { parseBody } from "../parseBody";
import { type HttpReply, type HttpRequest, isRead, type Policy } from "../policy";
import type { ProxyOf } from "../proxy";

export interface SendOptions {
  readonly userAgent: string;
  /** From the start of an attempt to the last byte of its answer. */
  readonly attemptTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly proxyOf: ProxyOf;
}

/**
 * Puts one request on the wire and reads the whole answer. Follows no redirect: the token stays with the endpoint. A
 * caller who aborts does not get an answer to a read any more; a write on the wire is left to its end, since nobody
 * could say otherwise whether it happened.
 */
export const send = (options: SendOptions): Policy => {
  let agents: Agents | undefined;
  return {
    name: "send",
    async send(request) {
      agents ??= new Agents(options.proxyOf, options.connectTimeoutMs);
      const pair = agents.agentsFor(request.url);
      const started = performance.now();
      const end = (status: number | string, correlationId?: string): void => {
        const ms = Math.round(performance.now() - started);
        request.trace?.({
          kind: "exchange",
          ms,
          status,
          ...(correlationId === undefined ? {} : { correlationId }),
        });
      };
      try {
        const reply = await exchange(request, pair, options);
        end(reply.status, reply.headers["x-ms-correlation-id"]);
        return reply;
      } catch (error) {
        end(error instanceof PowerPlatformError ? [error.name, error.code ?? []].flat().join(" ") : "failed");
        throw error;
      }
    },
  };
};

async function exchange(request: HttpRequest, pair: AgentPair, options: SendOptions): Promise<HttpReply> {
  const stop = linkedAbort(isRead(request) ? request.signal : undefined);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    stop.abort(new Error("late"));
  }, options.attemptTimeoutMs);
  try {
    const response = await call(request, pair, options, stop.signal).catch((error: unknown) => {
      throw failedSend(request, error, {
        maxAnswerBytes: options.maxAnswerBytes,
        ...(isLate ? { timedOutMs: options.attemptTimeoutMs } : {}),
        ...(pair.proxy === undefined ? {} : { proxy: pair.proxy }),
      });
    });
    return parseBody(request, {
      status: response.status,
      headers: plainHeaders(response),
      text: response.data,
      requestId: request.headers.get("x-ms-client-request-id") ?? "",
    });
  } finally {
    clearTimeout(timer);
    stop.end();
  }
}

function call(
  request: HttpRequest,
  { httpAgent, httpsAgent }: AgentPair,
  options: SendOptions,
  signal: AbortSignal,
): Promise<AxiosResponse<string>> {
  const { method, url, headers, body } = request;
  return loadAxios().request<string>({
    httpAgent,
    httpsAgent,
    // Its own support of proxies keeps no connection open and knows no time limit.
    proxy: false,
    adapter: "http",
    method,
    url: url.href,
    headers: {
      accept: "application/json",
      "user-agent": options.userAgent,
      ...Object.fromEntries(headers),
      // False keeps axios from calling a POST without a body a form.
      "content-type": body === undefined ? false : "application/json",
    },
    data: body,
    responseType: "text",
    transformRequest: [],
    transformResponse: [],
    validateStatus: () => true,
    maxRedirects: 0,
    maxBodyLength: Infinity,
    maxContentLength: options.maxAnswerBytes,
    signal,
  });
}

/** On first use: it takes longer to load than all of this package. `import()` would load its many ESM files, slower still. */
function loadAxios(): AxiosStatic {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("axios") as AxiosStatic;
}

function plainHeaders({ headers }: AxiosResponse): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value.join(", ") : String(value)]),
  );
}
