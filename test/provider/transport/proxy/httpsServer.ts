import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SelfSigned, selfSigned } from "../../../../testing/emulator/certificate/selfSigned";

export interface HttpsServer {
  readonly port: number;
  readonly requests: http.IncomingMessage[];
  readonly certificate: SelfSigned;
  /** The PEM file of its authority, which nobody trusts by default. */
  readonly authorityFile: string;
  close(): Promise<void>;
}

/** An https server on loopback for made-up names. */
export async function httpsServer(
  names: readonly string[],
  answer: (request: http.IncomingMessage) => unknown,
): Promise<HttpsServer> {
  const certificate = selfSigned(names);
  const folder = mkdtempSync(join(tmpdir(), "pp-private-ca-"));
  const authorityFile = join(folder, "authority.pem");
  writeFileSync(authorityFile, certificate.cert);
  const requests: http.IncomingMessage[] = [];
  const server = https.createServer(certificate, (request, response) => {
    requests.push(request);
    request.resume();
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    certificate,
    authorityFile,
    close: () => {
      rmSync(folder, { recursive: true });
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
