import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { inspect } from "node:util";
import { expect } from "chai";
import nock from "nock";
import { ConfigurationError, ConnectionError, TimeoutError } from "../../../../provider/errors";
import type { ApiOptions } from "../../../../provider/transport";
import { explainConnection } from "../../../../provider/transport/connectAdvice";
import { leaksIn } from "../../../secrets/leaks";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";
import { type ConnectProxy, connectProxy, type Treatment } from "./connectProxy";

const planted = { password: "pl@nted-p:ssw0rd", token: "planted-token" };

function listen(connected: (socket: Socket) => unknown): Promise<Server> {
  const server = createServer(connected);
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      resolve(server);
    }),
  );
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe("a proxy that fails", () => {
  let proxy: ConnectProxy | undefined;

  beforeEach(() => {
    nock.restore();
  });

  afterEach(async () => {
    await proxy?.close();
    proxy = undefined;
  });

  async function post(treat: Treatment, options: Partial<ApiOptions> = {}): Promise<Error> {
    proxy = await connectProxy(treat);
    return postThrough(`http://svc:${encodeURIComponent(planted.password)}@127.0.0.1:${proxy.port}`, options);
  }

  /** The one that asks for a second attempt gets no more than that. */
  function postThrough(address: string, options: Partial<ApiOptions> = {}): Promise<Error> {
    const { api } = apiUnderTest({
      endpoint: "https://api.contoso.test",
      proxyOf: () => address,
      maxAttempts: 2,
      tokens: { getToken: () => Promise.resolve(planted.token) },
      ...options,
    });
    return failure(api.send({ method: "POST", path: "/a", body: {} }));
  }

  it("is told as such when it wants another user, and asked once", async () => {
    const error = await post(
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n',
    );

    expect(error).to.be.instanceOf(ConnectionError).and.include({ code: "PROXY_407", outcome: "neverSent" });
    expect(error).not.to.have.property("status");
    expect(error.message)
      .to.contain(`the proxy 127.0.0.1:${proxy?.port} answered 407 Proxy Authentication Required`)
      .and.contain("it takes another user and password")
      .and.contain("HTTPS_PROXY");
    expect(proxy?.asked).to.have.length(1);
    expect(leaksIn(`${inspect(error)} ${error.stack}`, planted)).to.deep.equal([]);
  });

  it("says that signing in to Windows' own proxies is not supported", async () => {
    const error = await post(
      "HTTP/1.1 407 Denied\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n",
    );

    expect(error.message).to.contain("it takes Negotiate, NTLM, but only Basic is supported here");
  });

  it("is not asked again when it does not let the host through", async () => {
    const error = await post("HTTP/1.1 403 Forbidden\r\nContent-Length: 4\r\n\r\nNope");

    expect(error).to.be.instanceOf(ConnectionError).and.include({ code: "PROXY_403", outcome: "neverSent" });
    expect(error.message).to.contain("answered 403 Forbidden: it does not let this host through");
    expect(proxy?.asked).to.have.length(1);
  });

  for (const status of [502, 503, 504]) {
    it(`is asked again after ${status}, for a POST too: nothing was sent`, async () => {
      const error = await post(`HTTP/1.1 ${status} Oops\r\n\r\n`);

      expect(error)
        .to.be.instanceOf(ConnectionError)
        .and.include({ code: `PROXY_${status}`, outcome: "neverSent" });
      expect(error.message).to.contain(`answered ${status} Oops: it could not reach the host`);
      expect(error.message).to.contain("gave up after 2 attempts");
      expect(proxy?.asked).to.have.length(2);
    });
  }

  it("is told from the host when it closes the connection", async () => {
    const error = await post("");

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
    expect(error.message).to.contain("was not reached: it broke the connection off before it answered");
  });

  it("has to open the tunnel in time", async () => {
    const error = await post(undefined, { connectTimeoutMs: 20 });

    expect(error).to.be.instanceOf(TimeoutError).and.include({ code: "ETIMEDOUT", outcome: "neverSent" });
    expect(error.message).to.contain(`the proxy 127.0.0.1:${proxy?.port} was not reached: no connection in time`);
  });

  it("has to make its own handshake in time", async () => {
    const silent = await listen(() => undefined);

    const error = await postThrough(`https://127.0.0.1:${portOf(silent)}`, { connectTimeoutMs: 20 });
    silent.close();

    expect(error).to.be.instanceOf(TimeoutError).and.include({ code: "ETIMEDOUT", outcome: "neverSent" });
  });

  it("leaves the handshake with the host within the same time", async () => {
    const silent = await listen(() => undefined);

    const error = await post(portOf(silent), { connectTimeoutMs: 50 });
    silent.close();

    expect(error).to.be.instanceOf(TimeoutError).and.include({ code: "ETIMEDOUT", outcome: "neverSent" });
    expect(error.message).to.contain(`no connection in time, through the proxy 127.0.0.1:${proxy?.port}`);
  });

  it("leads to a host that breaks off the handshake", async () => {
    const rude = await listen((socket) => socket.destroy());

    const error = await post(portOf(rude));
    rude.close();

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
    expect(error.message).to.contain(`through the proxy 127.0.0.1:${proxy?.port}`);
  });

  it("that refuses connections sends nothing", async () => {
    const gone = await connectProxy(undefined);
    await gone.close();

    const error = await postThrough(`http://127.0.0.1:${gone.port}`);

    expect(error).to.be.instanceOf(ConnectionError).and.include({ code: "ECONNREFUSED", outcome: "neverSent" });
    expect(error.message).to.contain(
      `the proxy 127.0.0.1:${gone.port} was not reached: connection refused; check HTTPS_PROXY, or except this host in NO_PROXY`,
    );
  });

  it("without TLS is told as such when its address says https", async () => {
    proxy = await connectProxy(undefined);

    const error = await postThrough(`https://127.0.0.1:${proxy.port}`);

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
    expect(error.message).to.contain("does not answer in TLS; write http:// before its name");
  });

  it("has a name that cannot be looked up", () => {
    expect(explainConnection("ENOTFOUND", {}, "proxy.contoso.test:8080")).to.equal(
      "the proxy proxy.contoso.test:8080 was not reached: no such host; check HTTPS_PROXY, or except this host in NO_PROXY",
    );
  });

  it("is named when the connection breaks later", () => {
    expect(explainConnection("ECONNRESET", undefined, "p:1")).to.equal(
      "the connection broke before the answer, through the proxy p:1",
    );
  });

  for (const [address, says] of [
    [`http://svc:${planted.password}#@proxy`, "is not an address such as http://"],
    ["http://", "is not an address such as http://"],
    [`socks5://svc:planted@proxy:1080`, "starts with socks5://; only http:// and https:// are supported"],
    [`http://svc:100%planted@proxy:8080`, "has a user or password with % that is not %XX"],
  ] as const) {
    it(`${says}: ${address.length} characters`, async () => {
      const error = await postThrough(address);

      expect(error).to.be.instanceOf(ConfigurationError).and.include({ outcome: "neverSent" });
      expect(error.message).to.contain(says);
      expect(inspect(error)).not.to.contain("planted");
    });
  }
});
