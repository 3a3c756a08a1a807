import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import {
  BadResponseError,
  CancelledError,
  ConnectionError,
  ForbiddenError,
  HttpError,
  TimeoutError,
} from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";
import { type LocalServer, localServer } from "../localServer";

describe("send", () => {
  it("sends JSON and answers with parsed JSON and lower-case headers", async () => {
    const { api, service } = apiUnderTest();
    service
      .post("/things", { a: 1 })
      .query({ "api-version": "2024-10-01" })
      .matchHeader("content-type", "application/json")
      .matchHeader("accept", "application/json")
      .matchHeader("user-agent", /^pulumi-power-platform\/\d+\.\d+\.\d+$/)
      .reply(201, { id: "x" }, { "X-Ms-Correlation-Id": "corr-1" });

    const answer = await api.send({
      method: "POST",
      path: "/things",
      query: { "api-version": "2024-10-01" },
      body: { a: 1 },
    });

    expect(answer).to.include({ status: 201, requestId: "req-1" });
    expect(answer.body).to.deep.equal({ id: "x" });
    expect(answer.headers).to.include({ "x-ms-correlation-id": "corr-1" });
  });

  it("sends no content type without a body", async () => {
    const { api, service } = apiUnderTest();
    service
      .post("/a:do")
      .matchHeader("content-type", (value) => value === null)
      .reply(200, {});

    expect((await api.send({ method: "POST", path: "/a:do" })).body).to.deep.equal({});
  });

  for (const status of [200, 202, 204]) {
    it(`answers ${status} without a body with undefined`, async () => {
      const { api, service } = apiUnderTest();
      service.delete("/a").reply(status);

      const answer = await api.send({ method: "DELETE", path: "/a" });

      expect(answer).to.include({ status, body: undefined });
    });
  }

  it("reads a text with a byte order mark", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").reply(200, "\uFEFF[1]");

    expect((await api.send({ method: "GET", path: "/a" })).body).to.deep.equal([1]);
  });

  it("refuses a page that is not JSON", async () => {
    const { api, service } = apiUnderTest();
    service.post("/a").reply(200, "<html><title>Sign in</title></html>", { "content-type": "text/html" });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(BadResponseError);
    expect(error).to.include({ reason: "notJson", outcome: "unknown", status: 200, requestId: "req-1" });
    expect(error.message).to.equal(
      'POST /a answered 200 with something that is not JSON: a page of HTML titled "Sign in" (request id req-1)',
    );
  });

  it("takes JSON that does not parse for cut off, and its outcome for unknown", async () => {
    const { api, service } = apiUnderTest();
    service.post("/a").reply(201, '{"id":"x', { "content-type": "application/json; charset=utf-8" });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "cutOff", outcome: "unknown" });
  });

  it("refuses an answer that is too large", async () => {
    const { api, service } = apiUnderTest({ maxAnswerBytes: 100 });
    service.get("/a").reply(200, JSON.stringify("x".repeat(200)));

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "tooLarge" });
  });

  it("follows no redirect, so the token goes nowhere else", async () => {
    const { api, service } = apiUnderTest();
    service.post("/a").reply(307, "", { location: "https://evil.example/a" });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(HttpError).and.include({ status: 307, outcome: "unknown" });
  });

  it("sends nothing to a link that leads elsewhere", async () => {
    const { api, needs } = apiUnderTest();

    const error = await failure(api.send({ method: "GET", path: "https://evil.example/a" }));

    expect(error).to.be.instanceOf(BadResponseError);
    expect(needs).to.deep.equal([]);
  });

  for (const code of ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED"]) {
    it(`says that ${code} was never sent`, async () => {
      const { api, service } = apiUnderTest({ maxAttempts: 1 });
      service.post("/a").replyWithError(Object.assign(new Error("x"), { code }));

      const error = await failure(api.send({ method: "POST", path: "/a" }));

      expect(error)
        .to.be.instanceOf(ConnectionError)
        .and.include({ code, outcome: "neverSent", requestId: "req-1" });
    });
  }

  it("explains a certificate that is not trusted and does not try again", async () => {
    const { api, service, clock } = apiUnderTest();
    service.get("/a").replyWithError(Object.assign(new Error("x"), { code: "SELF_SIGNED_CERT_IN_CHAIN" }));

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
    expect(error.message).to.contain("signed by an authority that is not trusted here");
    expect(clock.sleeps).to.deep.equal([]);
  });

  it("keeps the reason of a 403 that is a text", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").reply(403, "The service principal has no role.");

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error)
      .to.be.instanceOf(ForbiddenError)
      .and.include({ serviceMessage: "The service principal has no role." });
  });

  it("does not send what was cancelled before", async () => {
    const { api } = apiUnderTest();
    const signal = AbortSignal.abort(new Error("stop"));

    const error = await failure(api.send({ method: "POST", path: "/a", signal }));

    expect(error).to.be.instanceOf(CancelledError).and.include({ outcome: "neverSent" });
  });
});

describe("send to a real server", () => {
  let server: LocalServer | undefined;

  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it("uses a connection again", async () => {
    const ports = new Set<number | undefined>();
    server = await localServer((request, response) => {
      ports.add(request.socket.remotePort);
      response.end("{}");
    });
    const { api } = apiUnderTest({ endpoint: server.url });

    for (let count = 0; count < 3; count++) await api.send({ method: "GET", path: "/a" });

    expect(server.requests).to.have.length(3);
    expect(ports.size).to.equal(1);
  });

  it("does not know the outcome of a POST whose connection breaks, and does not repeat it", async () => {
    server = await localServer((request) => request.socket.destroy());
    const { api } = apiUnderTest({ endpoint: server.url });

    const error = await failure(api.send({ method: "POST", path: "/a", body: {} }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ code: "ECONNRESET", outcome: "unknown" });
    expect(server.requests).to.have.length(1);
  });

  it("does not know the outcome of a POST whose answer is cut off", async () => {
    server = await localServer((request, response) => {
      response.writeHead(201, { "content-type": "application/json", "content-length": "100" });
      response.write('{"id":');
      setImmediate(() => request.socket.destroy());
    });
    const { api } = apiUnderTest({ endpoint: server.url });

    const error = await failure(api.send({ method: "POST", path: "/a", body: {} }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "cutOff", outcome: "unknown" });
    expect(server.requests).to.have.length(1);
  });

  it("does not take a 2xx whose body never came for an empty answer", async () => {
    server = await localServer((request, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.flushHeaders();
      setImmediate(() => request.socket.destroy());
    });
    const { api } = apiUnderTest({ endpoint: server.url });

    const error = await failure(api.send({ method: "PATCH", path: "/a", body: {} }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "cutOff" });
  });

  it("reads the answer again when a GET was cut off", async () => {
    server = await localServer((request, response) => {
      if (server?.requests.length === 1) {
        response.writeHead(200, { "content-length": "10" });
        response.write("[");
        setImmediate(() => request.socket.destroy());
      } else response.end("[1]");
    });
    const { api, clock } = apiUnderTest({ endpoint: server.url });

    expect((await api.send({ method: "GET", path: "/a" })).body).to.deep.equal([1]);
    expect(clock.sleeps).to.deep.equal([1_000]);
  });

  it("gives up on an answer that does not come, with unknown outcome", async () => {
    server = await localServer(() => undefined);
    const { api } = apiUnderTest({ endpoint: server.url, attemptTimeoutMs: 20 });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "unknown" });
    expect(error.message).to.equal("POST /a: no answer within 0.02 s (ERR_CANCELED, request id req-1)");
  });

  it("gives up on an answer that never ends", async () => {
    server = await localServer((_request, response) => {
      response.writeHead(200);
      response.write("[");
    });
    const { api } = apiUnderTest({ endpoint: server.url, attemptTimeoutMs: 50, maxAttempts: 1 });

    expect(await failure(api.send({ method: "GET", path: "/a" }))).to.be.instanceOf(TimeoutError);
  });

  it("stops waiting for the answer to a read when the caller aborts", async () => {
    const controller = new AbortController();
    server = await localServer(() => {
      controller.abort(new Error("the engine stopped"));
    });
    const { api } = apiUnderTest({ endpoint: server.url });

    const error = await failure(api.send({ method: "GET", path: "/a", signal: controller.signal }));

    expect(error).to.be.instanceOf(CancelledError).and.include({ outcome: "unknown" });
    expect(server.requests).to.have.length(1);
  });

  for (const method of ["POST", "PUT", "DELETE"] as const) {
    it(`takes the answer to a ${method} that was on the wire when the caller aborted`, async () => {
      const controller = new AbortController();
      server = await localServer((_request, response) => {
        controller.abort(new Error("the engine stopped"));
        setImmediate(() => response.writeHead(200, { "content-type": "application/json" }).end('{"id":"a"}'));
      });
      const { api } = apiUnderTest({ endpoint: server.url });

      const answer = await api.send({ method, path: "/a", signal: controller.signal });

      expect(answer.body).to.deep.equal({ id: "a" });
    });
  }

  it("knows that a connection which was not made in time sent nothing", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as AddressInfo;
    const { api } = apiUnderTest({
      endpoint: `https://127.0.0.1:${port}`,
      connectTimeoutMs: 20,
      maxAttempts: 1,
    });

    const error = await failure(api.send({ method: "POST", path: "/a" }));
    silent.close();

    expect(error).to.be.instanceOf(TimeoutError).and.include({ code: "ETIMEDOUT", outcome: "neverSent" });
  });

  it("knows that a refused connection sent nothing", async () => {
    server = await localServer(() => undefined);
    const { url } = server;
    await server.close();
    const { api } = apiUnderTest({ endpoint: url, maxAttempts: 1 });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error)
      .to.be.instanceOf(ConnectionError)
      .and.include({ code: "ECONNREFUSED", outcome: "neverSent" });
  });
});
