import http from "node:http";
import https from "node:https";
import type net from "node:net";
import type { Duplex } from "node:stream";

/** Shared by all requests of a client, so that connections are used again. */
export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/** A connection that was idle for so long may be closed by the other side while a request is on its way to it. */
const IDLE_MS = 20_000;

/** Agents that keep connections open and give up on one that is not made, TLS included, within `connectTimeoutMs`. */
export function createAgents(connectTimeoutMs: number): Agents {
  const options = { keepAlive: true, timeout: IDLE_MS };
  return {
    httpAgent: limit(new http.Agent(options), "connect", connectTimeoutMs),
    httpsAgent: limit(new https.Agent(options), "secureConnect", connectTimeoutMs),
  };
}

interface Connector {
  createConnection(options: object, done?: (error: Error | null, socket?: Duplex) => void): net.Socket;
}

function limit<A extends http.Agent>(agent: A, ready: "connect" | "secureConnect", timeoutMs: number): A {
  const connector = agent as unknown as Connector;
  const connect = connector.createConnection.bind(agent);
  connector.createConnection = (options, done) => {
    const socket = connect(options, done);
    const timer = setTimeout(() => socket.destroy(timeout(timeoutMs)), timeoutMs);
    const stop = (): void => {
      clearTimeout(timer);
    };
    socket.once(ready, stop).once("close", stop);
    return socket;
  };
  return agent;
}

/** Looks like the system's own, so that both are read alike: nothing was sent. */
function timeout(timeoutMs: number): Error {
  return Object.assign(new Error(`no connection within ${timeoutMs} ms`), {
    code: "ETIMEDOUT",
    syscall: "connect",
  });
}
