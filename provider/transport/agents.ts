import http from "node:http";
import https from "node:https";
import type net from "node:net";
import type { Duplex } from "node:stream";
import { connectTimeout, noteConnectFailure } from "./connectFailure";
import { isLoopback } from "./loopback";
import { parseProxy, type ProxyOf } from "./proxy";

/** What opens the connections of a request. */
export interface AgentPair {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: http.Agent;
  /** Host and port of the proxy in between. */
  readonly proxy?: string;
}

/** A connection that was idle for so long may be closed by the other side while a request is on its way to it. */
const IDLE_MS = 20_000;

/**
 * Agents that keep connections open for the next request of a client, and give up on one that is not made within
 * `connectTimeoutMs`: TLS and the tunnel through a proxy included.
 */
export class Agents {
  readonly #direct: AgentPair;
  readonly #byProxy = new Map<string, AgentPair>();
  readonly #proxyOf: ProxyOf;
  readonly #connectTimeoutMs: number;

  constructor(proxyOf: ProxyOf, connectTimeoutMs: number) {
    const options = { keepAlive: true, timeout: IDLE_MS };
    this.#direct = {
      httpAgent: limit(new http.Agent(options), "connect", connectTimeoutMs),
      httpsAgent: limit(new https.Agent(options), "secureConnect", connectTimeoutMs),
    };
    this.#proxyOf = proxyOf;
    this.#connectTimeoutMs = connectTimeoutMs;
  }

  /** @throws ConfigurationError when the environment names a proxy that cannot be used. */
  agentsFor(url: URL): AgentPair {
    // A proxy cannot reach this machine's loopback, and plain http goes nowhere else.
    const address = isLoopback(url.hostname) || url.protocol === "http:" ? "" : this.#proxyOf(url);
    if (address === "") return this.#direct;
    const pair = this.#byProxy.get(address) ?? this.#through(address);
    this.#byProxy.set(address, pair);
    return pair;
  }

  #through(address: string): AgentPair {
    const proxy = parseProxy(address);
    // Loaded on first use: most have no proxy.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { TunnelAgent } = require("./tunnelAgent") as typeof import("./tunnelAgent");
    const httpsAgent = new TunnelAgent(proxy, { connectTimeoutMs: this.#connectTimeoutMs, idleMs: IDLE_MS });
    return { ...this.#direct, httpsAgent, proxy: proxy.name };
  }
}

interface Connector {
  createConnection(options: object, done?: (error: Error | null, socket?: Duplex) => void): net.Socket;
}

function limit<A extends http.Agent>(agent: A, ready: "connect" | "secureConnect", timeoutMs: number): A {
  const connector = agent as unknown as Connector;
  const connect = connector.createConnection.bind(agent);
  connector.createConnection = (options, done) => {
    const socket = connect(options, done);
    const timer = setTimeout(() => socket.destroy(connectTimeout(timeoutMs)), timeoutMs);
    const fail = (error: Error): void => {
      noteConnectFailure(error);
    };
    const stop = (): void => {
      clearTimeout(timer);
      socket.removeListener("error", fail);
    };
    socket.once("error", fail).once(ready, stop).once("close", stop);
    return socket;
  };
  return agent;
}
