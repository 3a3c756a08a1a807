import { expect } from "chai";
import nock from "nock";
import { runClient } from "./childProcess";
import { type ConnectProxy, connectProxy } from "./connectProxy";
import { type HttpsServer, httpsServer } from "./httpsServer";

describe("a process behind a proxy", () => {
  let server: HttpsServer;
  let proxy: ConnectProxy;
  let trust: Record<string, string>;
  const endpoint = (): string => `https://api.contoso.test:${server.port}`;
  const target = (): string => `api.contoso.test:${server.port}`;
  const proxyUrl = (userinfo = ""): string => `http://${userinfo}127.0.0.1:${proxy.port}`;

  before(async () => {
    server = await httpsServer(
      ["api.contoso.test", "login.contoso.test", "127.0.0.1"],
      ({ url }) => entraAnswer(url ?? "") ?? [url],
    );
    trust = { NODE_EXTRA_CA_CERTS: server.authorityFile };
  });

  beforeEach(async () => {
    nock.restore();
    server.requests.length = 0;
    proxy = await connectProxy(server.port);
  });

  afterEach(() => proxy.close());

  after(() => server.close());

  it("reaches the API through a tunnel, one for all calls", async () => {
    const { value, error } = await runClient(
      { ...trust, HTTPS_PROXY: proxyUrl() },
      "calls",
      endpoint(),
      "/1",
      "/2",
      "/3",
    );

    expect(error).to.equal(undefined);
    expect(value).to.deep.equal([["/1"], ["/2"], ["/3"]]);
    expect(proxy.asked).to.deep.equal([{ target: target(), authorization: undefined }]);
    expect(server.requests[0]?.headers.authorization).to.equal("Bearer planted-token");
  });

  it("goes past the proxy where NO_PROXY says so", async () => {
    const env = { ...trust, HTTPS_PROXY: proxyUrl(), NO_PROXY: "other.test,.contoso.test" };

    expect((await runClient(env, "calls", endpoint(), "/1")).value).to.deep.equal([["/1"]]);
    expect(proxy.asked).to.deep.equal([]);
  });

  it("goes past the proxy for this machine", async () => {
    const env = { ...trust, HTTPS_PROXY: proxyUrl() };

    await runClient(env, "calls", `https://127.0.0.1:${server.port}`, "/1");

    expect(server.requests).to.have.length(1);
    expect(proxy.asked).to.deep.equal([]);
  });

  it("signs in to the proxy, and only to the proxy", async () => {
    const env = { ...trust, HTTPS_PROXY: proxyUrl("svc:p%40ss%3Aword@") };

    await runClient(env, "calls", endpoint(), "/1");

    const authorization = `Basic ${Buffer.from("svc:p@ss:word").toString("base64")}`;
    expect(proxy.asked).to.deep.equal([{ target: target(), authorization }]);
    expect(server.requests[0]?.headers).not.to.have.property("proxy-authorization");
  });

  it("reaches a proxy over TLS", async () => {
    const secured = await connectProxy(server.port, server.certificate);
    const env = { ...trust, HTTPS_PROXY: `https://127.0.0.1:${secured.port}` };

    const { value } = await runClient(env, "calls", endpoint(), "/1");
    await secured.close();

    expect(value).to.deep.equal([["/1"]]);
    expect(secured.asked).to.have.length(1);
  });

  it("says what to do about an authority that is not trusted, also behind the proxy", async () => {
    const { error } = await runClient({ HTTPS_PROXY: proxyUrl() }, "calls", endpoint(), "/1");

    expect(error).to.include({ name: "ConnectionError", outcome: "neverSent" });
    expect(error?.message)
      .to.contain("set NODE_EXTRA_CA_CERTS to a PEM file")
      .and.contain(`through the proxy 127.0.0.1:${proxy.port}`);
  });

  it("signs in to Entra through the same proxy, trusting the same authority", async () => {
    const { value, error } = await runClient(
      {
        ...trust,
        HTTPS_PROXY: proxyUrl(),
        POWER_PLATFORM_TENANT_ID: tenantId,
        POWER_PLATFORM_CLIENT_ID: "c0000000-0000-4000-8000-000000000001",
        POWER_PLATFORM_CLIENT_SECRET: "planted-secret",
        POWER_PLATFORM_AUTHORITY_HOST: `https://login.contoso.test:${server.port}`,
      },
      "token",
    );

    expect(error).to.equal(undefined);
    expect(value).to.equal("opaque-granted-token");
    expect(proxy.asked.map((each) => each.target)).to.include(`login.contoso.test:${server.port}`);
  });

  it("signs in past the proxy where NO_PROXY exempts the name above that of the sign-in", async () => {
    const { value } = await runClient(
      {
        ...trust,
        HTTPS_PROXY: proxyUrl(),
        NO_PROXY: "other.test;contoso.test",
        POWER_PLATFORM_TENANT_ID: tenantId,
        POWER_PLATFORM_CLIENT_ID: "c0000000-0000-4000-8000-000000000001",
        POWER_PLATFORM_CLIENT_SECRET: "planted-secret",
        POWER_PLATFORM_AUTHORITY_HOST: `https://login.contoso.test:${server.port}`,
      },
      "token",
    );

    expect(value).to.equal("opaque-granted-token");
    expect(proxy.asked).to.deep.equal([]);
  });

  function entraAnswer(url: string): object | undefined {
    const base = `https://login.contoso.test:${server.port}/${tenantId}`;
    if (url.includes("openid-configuration")) {
      return {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      };
    }
    if (!url.includes("/token")) return undefined;
    return { token_type: "Bearer", expires_in: 3_600, access_token: "opaque-granted-token" };
  }
});

const tenantId = "00000000-0000-4000-8000-000000000001";

describe("a process with an authority of its own", () => {
  it("trusts it by NODE_EXTRA_CA_CERTS", async () => {
    const server = await httpsServer(["localhost", "127.0.0.1"], () => ["here"]);
    const endpoint = `https://localhost:${server.port}`;

    const trusting = await runClient({ NODE_EXTRA_CA_CERTS: server.authorityFile }, "calls", endpoint, "/a");
    const other = await runClient({}, "calls", endpoint, "/a");
    await server.close();

    expect(trusting.value).to.deep.equal([["here"]]);
    expect(other.error).to.include({ name: "ConnectionError", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(other.error?.message).to.contain("set NODE_EXTRA_CA_CERTS to a PEM file");
  });
});
