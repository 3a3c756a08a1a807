import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import type { SelfSigned } from "../../../../testing/emulator/certificate/selfSigned";

export interface ConnectProxy {
  readonly port: number;
  /** What was asked for, such as `api.contoso.test:443`, with the `Proxy-Authorization` sent along. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** To the port of a server on loopback, whatever host was asked for; or an answer as it is on the wire; or silence. */
export type Treatment = number | string | undefined;

/** An http proxy that opens tunnels; with a certificate it is reached over TLS. */
export async function connectProxy(treat: Treatment, certificate?: SelfSigned): Promise<ConnectProxy> {
  const asked: ConnectProxy["asked"] = [];
  const sockets = new Set<net.Socket>();
  const server = certificate === undefined ? http.createServer() : https.createServer(certificate);
  server.on("connection", (socket: net.Socket) => sockets.add(socket));
  server.on("connect", (request: http.IncomingMessage, client: net.Socket) => {
    asked.push({ target: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    client.on("error", () => client.destroy());
    if (typeof treat === "string") client.end(treat);
    if (typeof treat !== "number") return;
    const host = net.connect(treat, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      host.pipe(client).pipe(host);
    });
    sockets.add(host);
    host.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
