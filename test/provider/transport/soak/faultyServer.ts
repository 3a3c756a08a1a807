import http from "node:http";
import type { AddressInfo } from "node:net";

export interface FaultyServer {
  readonly url: string;
  /** Requests that arrived. */
  readonly requests: () => number;
  /** Connections that were ever made, and those that are open. */
  readonly connections: () => { readonly made: number; readonly open: number };
  close(): Promise<void>;
}

type Fault = (response: http.ServerResponse) => void;

const json = { "content-type": "application/json" };
const answer: Fault = (response) => {
  response.writeHead(200, { ...json, "x-ms-correlation-id": "corr-1" });
  response.end(JSON.stringify({ value: Array.from({ length: 20 }, (_, id) => ({ id, name: `thing ${id}` })) }));
};
const refuse =
  (status: number, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response) => {
    response.writeHead(status, { ...json, ...headers });
    response.end(JSON.stringify({ error: { code: "Fault", message: "planned" } }));
  };

/** One request in ten meets one of these. */
const faults: readonly Fault[] = [
  (response) => response.socket?.destroy(),
  (response) => {
    response.writeHead(200, { ...json, "content-length": "100" });
    response.write('{"value":[');
    setImmediate(() => response.socket?.destroy());
  },
  (response) => {
    response.writeHead(200, json);
    response.end('{"value":[{"id":1},');
  },
  refuse(429, { "retry-after": "0" }),
  refuse(429, { "retry-after": "5" }),
  refuse(500),
  refuse(503),
  refuse(401),
  (response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<html><title>Sign in</title></html>");
  },
  (response) => {
    setTimeout(() => {
      answer(response);
    }, 20);
  },
];

/** A service that is out of order, the same way every time. */
export async function faultyServer(): Promise<FaultyServer> {
  let requests = 0;
  let made = 0;
  let open = 0;
  const server = http.createServer((request, response) => {
    const count = requests++;
    const fault = count % 10 === 3 ? faults[Math.floor(count / 10) % faults.length] : undefined;
    request.resume().once("end", () => {
      (fault ?? answer)(response);
    });
  });
  server.on("connection", (socket) => {
    made += 1;
    open += 1;
    socket.once("close", () => (open -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    connections: () => ({ made, open }),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
