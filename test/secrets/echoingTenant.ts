import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Planted } from "./leaks";

const tenantId = "00000000-0000-4000-8000-000000000001";
const clientId = "99999999-9999-4999-8999-999999999999";

const jwt = (claims: object, signature: string): string =>
  [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .concat(signature)
    .join(".");

const inTenYears = Math.floor(Date.UTC(2036, 0, 1) / 1_000);

/** What the API does with a request: answers it, or refuses it with everything that it was sent in its words. */
type Behaviour = "answers" | 401 | 403 | 500 | "page" | "breaks";

/**
 * Entra and the API of a tenant that give away whatever they are sent: refusals hold the headers and the body of the
 * request, also encoded. Every credential that reaches them is remembered.
 */
export class EchoingTenant {
  readonly tenantId = tenantId;
  /** Whether Entra gives a token. */
  signIn: "grants" | "refuses" = "grants";
  api: Behaviour = "answers";
  /** Credentials that were made of the planted ones on the way: tokens, assertions. */
  readonly derived: Record<string, string> = {};

  private constructor(
    private readonly folder: string,
    private readonly servers: readonly Server[],
    readonly url: string,
    readonly authorityUrl: string,
    /** The secrets that a user has. */
    readonly planted: Planted,
  ) {}

  static async start(): Promise<EchoingTenant> {
    const folder = mkdtempSync(join(tmpdir(), "echoing-tenant-"));
    const password = "planted certificate/password+1";
    const serverKey = makeCertificate(folder, "server", "", "IP:127.0.0.1");
    const locked = makeCertificate(folder, "client", password, "DNS:client");
    const federated = jwt(
      { iss: "https://issuer.example", sub: "planted" },
      "planted-signature-of-the-federated-token",
    );
    writeFileSync(join(folder, "federated"), federated);
    const planted = {
      "client secret": 'planted/client+secret="1"~',
      "access token": jwt({ tid: tenantId, exp: inTenYears }, "planted-signature-of-the-access-token"),
      "certificate password": password,
      certificate: Buffer.from(readFileSync(locked, "utf8")).toString("base64"),
      "private key": readFileSync(locked, "utf8").split("\n").slice(1, 6).join("\n"),
      "federated token": federated,
      "request token": "planted-request-token-of-the-pipeline",
      "user's password": "planted password/of+a user",
    };
    makePfx(folder, locked, password);
    let tenant: EchoingTenant | undefined = undefined;
    const listen = async (server: Server): Promise<number> => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return (server.address() as AddressInfo).port;
    };
    const handle =
      (answer: (tenant: EchoingTenant, request: IncomingMessage, body: string) => Answer): RequestListener =>
      (request, response) => {
        void textOf(request).then((body) => {
          const { status, content, headers = {} } = answer(tenant!, request, body);
          if (status === 0) request.socket.destroy();
          else response.writeHead(status, { "content-type": "application/json", ...headers }).end(content);
        });
      };
    const api = createHttpServer(handle((each, request, body) => each.answerApi(request, body)));
    const { key, cert } = { key: readFileSync(serverKey), cert: readFileSync(serverKey) };
    const entra = createHttpsServer(
      { key, cert },
      handle((each, request, body) => each.answerEntra(request, body)),
    );
    const [port, securePort] = [await listen(api), await listen(entra)];
    tenant = new EchoingTenant(
      folder,
      [api, entra],
      `http://127.0.0.1:${port}`,
      `https://127.0.0.1:${securePort}`,
      planted,
    );
    return tenant;
  }

  /** Everything to search for. */
  get secrets(): Planted {
    return { ...this.planted, ...this.derived };
  }

  get certificateFile(): string {
    return join(this.folder, "client.pem");
  }

  get federatedTokenFile(): string {
    return join(this.folder, "federated");
  }

  /** What everybody needs who works here; nothing of it is secret. */
  get env(): Record<string, string> {
    return {
      POWER_PLATFORM_ENDPOINT: this.url,
      POWER_PLATFORM_AUTHORITY_HOST: this.authorityUrl,
      POWER_PLATFORM_TENANT_ID: tenantId,
      POWER_PLATFORM_CLIENT_ID: clientId,
      POWER_PLATFORM_LOG: "debug",
      NODE_EXTRA_CA_CERTS: join(this.folder, "server.crt"),
    };
  }

  /** The variables of each credential kind. */
  get credentialKinds(): Readonly<Record<string, Record<string, string>>> {
    return {
      "a client secret": { POWER_PLATFORM_CLIENT_SECRET: this.planted["client secret"]! },
      "an access token": { POWER_PLATFORM_ACCESS_TOKEN: this.planted["access token"]! },
      "a certificate in base64": {
        POWER_PLATFORM_CLIENT_CERTIFICATE: this.planted.certificate!,
        POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: this.planted["certificate password"]!,
      },
      "a certificate file": {
        POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: this.certificateFile,
        POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: this.planted["certificate password"]!,
      },
      "a PFX file": {
        POWER_PLATFORM_CLIENT_CERTIFICATE_FILE_PATH: join(this.folder, "client.pfx"),
        POWER_PLATFORM_CLIENT_CERTIFICATE_PASSWORD: this.planted["certificate password"]!,
      },
      "a federated token file": { POWER_PLATFORM_OIDC_TOKEN_FILE_PATH: this.federatedTokenFile },
      "a federated token": { POWER_PLATFORM_OIDC_TOKEN: this.planted["federated token"]! },
      "a pipeline": {
        POWER_PLATFORM_USE_OIDC: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/idtoken`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.planted["request token"]!,
      },
      "a pipeline that refuses": {
        POWER_PLATFORM_USE_OIDC: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/refused`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.planted["request token"]!,
      },
      "a user": {
        POWER_PLATFORM_USERNAME: "ada@contoso.example",
        POWER_PLATFORM_PASSWORD: this.planted["user's password"]!,
      },
    };
  }

  async close(): Promise<void> {
    for (const server of this.servers) server.closeAllConnections();
    await Promise.all(this.servers.map((server) => new Promise((resolve) => server.close(resolve))));
    rmSync(this.folder, { recursive: true });
  }

  private answerEntra({ url = "", headers }: IncomingMessage, body: string): Answer {
    const base = `${this.authorityUrl}/${tenantId}`;
    if (url.includes("openid-configuration"))
      return json(200, {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    const form = new URLSearchParams(body);
    const assertion = form.get("client_assertion");
    if (assertion !== null && assertion !== this.planted["federated token"])
      this.derived["signed assertion"] = assertion;
    if (this.signIn === "refuses") {
      const words = echo(headers, body, [form.get("client_secret") ?? assertion ?? form.get("password") ?? ""]);
      return json(401, {
        error: "invalid_client",
        error_description: `AADSTS7000215: no. ${words}`,
        echo: words,
      });
    }
    const token = jwt({ tid: tenantId, exp: inTenYears, n: 1 }, "planted-signature-of-the-granted-token");
    this.derived["granted token"] = token;
    return json(200, { token_type: "Bearer", expires_in: 3_600, access_token: token });
  }

  private answerApi({ method, url = "", headers }: IncomingMessage, body: string): Answer {
    const words = echo(headers, body, [headers.authorization?.replace("Bearer ", "") ?? ""]);
    if (url.startsWith("/idtoken")) return json(200, { value: this.planted["federated token"] });
    if (url.startsWith("/refused")) return json(403, { message: words });
    switch (this.api) {
      case "answers":
        return method === "POST" ? json(201, created(body)) : json(200, { value: [] });
      case "breaks":
        return { status: 0, content: "" };
      case "page":
        return { status: 502, content: `<html><title>${words}</title>${words}</html>`, headers: html };
      default:
        return json(
          this.api,
          { code: "Echo", message: words, error: { code: "Echo", message: words, target: url } },
          {
            "www-authenticate": `Bearer error="invalid_token", error_description="${headers.authorization ?? ""}"`,
          },
        );
    }
  }
}

interface Answer {
  readonly status: number;
  readonly content: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const html = { "content-type": "text/html" };

const json = (status: number, content: object, headers: Record<string, string> = {}): Answer => ({
  status,
  content: JSON.stringify(content),
  headers,
});

/** All that was sent, in words, and the credentials once more in other spellings. */
const echo = (headers: object, body: string, credentials: readonly string[]): string =>
  [
    `You sent ${JSON.stringify(headers)}`,
    body,
    ...credentials.flatMap((each) => [
      each,
      encodeURIComponent(each),
      new URLSearchParams({ sent: each }).toString(),
      JSON.stringify({ value: JSON.stringify({ sent: each }) }),
      Buffer.from(each).toString("base64"),
      Buffer.from(`Authorization: Bearer ${each}`).toString("base64"),
      Buffer.from(`client:${each}:`).toString("base64url"),
    ]),
  ].join(" and ");

const created = (body: string): object => ({
  id: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
  ...(JSON.parse(body) as object),
  createdTime: "2026-01-05T09:00:00Z",
  createdBy: { id: clientId, type: "Application" },
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** `client.pfx` of the certificate and key in a PEM file, with the same password. */
function makePfx(folder: string, pem: string, password: string): void {
  const passwords = ["-passin", `pass:${password}`, "-passout", `pass:${password}`];
  const args = ["pkcs12", "-export", "-in", pem, "-out", join(folder, "client.pfx"), ...passwords];
  execFileSync("openssl", args, { stdio: "ignore" });
}

/** A self-signed certificate with its key in one PEM file. @returns its path */
function makeCertificate(folder: string, name: string, password: string, subjectAltName: string): string {
  const [key, certificate, both] = ["key", "crt", "pem"].map((extension) => join(folder, `${name}.${extension}`));
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "rsa:2048", "-days", "30", "-subj", `/CN=${name}`],
      ...["-addext", `subjectAltName=${subjectAltName}`, "-keyout", key!, "-out", certificate!],
      ...(password === "" ? ["-nodes"] : ["-passout", `pass:${password}`]),
    ],
    { stdio: "ignore" },
  );
  writeFileSync(both!, readFileSync(key!, "utf8") + readFileSync(certificate!, "utf8"));
  return both!;
}
