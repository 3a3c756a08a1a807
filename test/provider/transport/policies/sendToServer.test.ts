import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { BadResponseError, CancelledError, ConnectionError, TimeoutError } from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";
import { type LocalServer, localServer } from "../localServer";

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

  it("stops reading an answer that goes on and on", async () => {
    server = await localServer((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    const { api } = apiUnderTest({ endpoint: server.url, maxAnswerBytes: 100_000 });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "tooLarge", outcome: "unknown" });
    expect(server.requests).to.have.length(1);
  });

  it("counts an answer as large as it is unpacked", async () => {
    server = await localServer((_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(gzipSync(JSON.stringify("x".repeat(1_000_000))));
    });
    const { api } = apiUnderTest({ endpoint: server.url, maxAnswerBytes: 100_000 });

    expect(await failure(api.send({ method: "GET", path: "/a" })))
      .to.be.instanceOf(BadResponseError)
      .and.include({ reason: "tooLarge" });
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

  it("knows that a connection which broke during the handshake sent nothing", async () => {
    server = await localServer(() => undefined);
    const { port } = new URL(server.url);
    const { api } = apiUnderTest({ endpoint: `https://127.0.0.1:${port}`, maxAttempts: 1 });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
    expect(server.requests).to.deep.equal([]);
  });

  it("knows that a refused connection sent nothing", async () => {
    server = await localServer(() => undefined);
    const { url } = server;
    await server.close();
    const { api } = apiUnderTest({ endpoint: url, maxAttempts: 1 });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ code: "ECONNREFUSED", outcome: "neverSent" });
  });
});
