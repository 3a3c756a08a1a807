import { expect } from "chai";
import { CancelledError, ConflictError, ConnectionError, HttpError, ThrottledError } from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";
import { localServer } from "../localServer";

const transient = [408, 425, 429, 499, 500, 502, 503, 504];

describe("retry", () => {
  for (const method of ["GET", "PUT", "DELETE"] as const) {
    for (const status of transient) {
      it(`sends ${method} again after ${status}`, async () => {
        const { api, service, clock } = apiUnderTest();
        service.intercept("/a", method).reply(status).intercept("/a", method).reply(200, {});

        await api.send({ method, path: "/a" });

        expect(clock.sleeps).to.deep.equal([1_000]);
      });
    }
  }

  for (const method of ["POST", "PATCH"] as const) {
    for (const status of transient.filter((each) => each !== 429)) {
      it(`does not send ${method} again after ${status}`, async () => {
        const { api, service, clock } = apiUnderTest();
        service.intercept("/a", method).reply(status, { code: "X" });

        const error = await failure(api.send({ method, path: "/a" }));

        expect(error).to.be.instanceOf(HttpError).and.include({ status, code: "X" });
        expect(error).to.include({ outcome: status === 425 ? "refused" : "unknown" });
        expect(clock.sleeps).to.deep.equal([]);
      });
    }

    it(`sends ${method} again after 429, with the same body`, async () => {
      const { api, service, clock } = apiUnderTest();
      service.intercept("/a", method, { x: 1 }).reply(429, {}, { "retry-after": "2" });
      service.intercept("/a", method, { x: 1 }).reply(200, {});

      await api.send({ method, path: "/a", body: { x: 1 } });

      expect(clock.sleeps).to.deep.equal([2_000]);
    });

    for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]) {
      it(`sends ${method} again after ${code}: it was never sent`, async () => {
        const { api, service } = apiUnderTest();
        service.intercept("/a", method).replyWithError(Object.assign(new Error("x"), { code }));
        service.intercept("/a", method).reply(200, {});

        expect((await api.send({ method, path: "/a" })).status).to.equal(200);
      });
    }

    it(`does not send ${method} again after a broken connection`, async () => {
      const server = await localServer(({ socket }) => socket.destroy());
      const { api, clock } = apiUnderTest({ endpoint: server.url });

      const error = await failure(api.send({ method, path: "/a" }));
      await server.close();

      expect(error).to.be.instanceOf(ConnectionError).and.include({ code: "ECONNRESET", outcome: "unknown" });
      expect(server.requests).to.have.length(1);
      expect(clock.sleeps).to.deep.equal([]);
    });
  }

  it("sends GET again after a broken connection", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").replyWithError(Object.assign(new Error("x"), { code: "ECONNRESET" }));
    service.get("/a").reply(200, [1]);

    expect((await api.send({ method: "GET", path: "/a" })).body).to.deep.equal([1]);
  });

  for (const status of [400, 403, 404, 409, 412, 501]) {
    it(`does not send anything again after ${status}`, async () => {
      const { api, service, clock } = apiUnderTest();
      service.get("/a").reply(status, {});

      expect(await failure(api.send({ method: "GET", path: "/a" }))).to.include({ status });
      expect(clock.sleeps).to.deep.equal([]);
    });
  }

  it("keeps to the time that the service names, without jitter", async () => {
    const { api, service, clock } = apiUnderTest({ random: () => 0.3 });
    service.get("/a").reply(429, {}, { "retry-after": "7" });
    service.get("/a").reply(503, {}, { "retry-after": "Thu, 01 Jan 2026 00:00:20 GMT" });
    service.get("/a").reply(503, {}, { "x-ms-retry-after-ms": "250" });
    service.get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(clock.sleeps).to.deep.equal([7_000, 13_000, 250]);
  });

  it("backs off exponentially up to 30 s, then gives up with the last answer", async () => {
    const { api, service, clock } = apiUnderTest({ maxAttempts: 8 });
    service.get("/a").times(8).reply(500, { message: "down" });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(clock.sleeps).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(error).to.be.instanceOf(HttpError).and.include({ status: 500, outcome: "unknown" });
    expect(error.message).to.equal(
      "GET /a answered 500 Internal Server Error: down; gave up after 8 attempts (request id req-8)",
    );
  });

  it("spreads its own waits over the upper half", async () => {
    const { api, service, clock } = apiUnderTest({ random: () => 0 });
    service.get("/a").times(2).reply(500).get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(clock.sleeps).to.deep.equal([500, 1_000]);
  });

  it("says how often it tried to connect", async () => {
    const { api, service } = apiUnderTest({ maxAttempts: 2 });
    service
      .post("/a")
      .times(2)
      .replyWithError(Object.assign(new Error("x"), { code: "ECONNREFUSED" }));

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent", requestId: "req-2" });
    expect(error.message).to.equal(
      "POST /a: connection refused: api.example.com (ECONNREFUSED, request id req-2); gave up after 2 attempts",
    );
  });

  it("makes six attempts by default", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").times(6).reply(502);

    await failure(api.send({ method: "GET", path: "/a" }));
  });

  it("waits no longer than allowed in all", async () => {
    const { api, service, clock } = apiUnderTest({ maxAttempts: 100, maxWaitMs: 10_000 });
    service.get("/a").times(5).reply(500);

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(clock.sleeps).to.deep.equal([1_000, 2_000, 4_000, 3_000]);
    expect(error.message).to.contain("gave up after 10 s of waiting");
  });

  for (const status of [429, 503]) {
    it(`gives up at once when ${status} asks for more time than is left`, async () => {
      const { api, service, clock } = apiUnderTest();
      service.put("/a").reply(status, { code: "Busy" }, { "retry-after": "3600" });

      const error = await failure(api.send({ method: "PUT", path: "/a" }));

      expect(error).to.be.instanceOf(ThrottledError).and.include({ status, code: "Busy", retryAfterMs: 3_600_000 });
      expect(error).to.include({ outcome: status === 429 ? "refused" : "unknown" });
      expect(error.message).to.contain("the service asks to wait 60 min, longer than the 5 min left");
      expect(clock.sleeps).to.deep.equal([]);
    });
  }

  it("says how long the service asked to wait when attempts are over", async () => {
    const { api, service } = apiUnderTest({ maxAttempts: 2 });
    service.post("/a").times(2).reply(429, { code: "Busy", message: "slow down" }, { "retry-after": "20" });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(ThrottledError).and.include({ retryAfterMs: 20_000, outcome: "refused" });
    expect(error.message).to.contain("slow down; gave up after 2 attempts; the service asks to wait 20 s");
  });

  it("says how long the service asked to wait when the time for waiting is over", async () => {
    const { api, service } = apiUnderTest({ maxWaitMs: 20_000 });
    service.get("/a").times(2).reply(503, {}, { "retry-after": "20" });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(ThrottledError).and.include({ retryAfterMs: 20_000, status: 503 });
    expect(error.message).to.contain("gave up after 20 s of waiting; the service asks to wait 20 s");
  });

  it("does not take a 500 that names a time for a request to slow down", async () => {
    const { api, service } = apiUnderTest({ maxAttempts: 1 });
    service.get("/a").reply(500, {}, { "retry-after": "20" });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(HttpError).and.include({ retryAfterMs: 20_000, status: 500 });
  });

  it("does not know the outcome when an attempt was lost, whatever the next one says", async () => {
    const { api, service } = apiUnderTest();
    service.put("/a").reply(502).put("/a").reply(409, { code: "Busy" });

    const error = await failure(api.send({ method: "PUT", path: "/a" }));

    expect(error).to.be.instanceOf(ConflictError).and.include({ outcome: "unknown", code: "Busy" });
  });

  it("does not know the outcome when an attempt was lost and the next never left", async () => {
    const { api, service } = apiUnderTest({ maxAttempts: 2 });
    service.put("/a").reply(502);
    service.put("/a").replyWithError(Object.assign(new Error("x"), { code: "ENOTFOUND" }));

    const error = await failure(api.send({ method: "PUT", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "unknown", code: "ENOTFOUND" });
  });

  it("knows that a POST which was only refused and never left was not done", async () => {
    const { api, service } = apiUnderTest({ maxAttempts: 2 });
    service.post("/a").reply(429);
    service.post("/a").replyWithError(Object.assign(new Error("x"), { code: "ENOTFOUND" }));

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
  });

  it("does not try again once aborted, and keeps what is known of the outcome", async () => {
    const controller = new AbortController();
    const { api, service } = apiUnderTest({
      clock: {
        now: () => 0,
        sleep: (_ms, signal) => {
          controller.abort(new Error("the engine stopped"));
          return Promise.reject(signal?.reason as Error);
        },
      },
    });
    service.put("/a").reply(500);

    const error = await failure(api.send({ method: "PUT", path: "/a", signal: controller.signal }));

    expect(error).to.be.instanceOf(CancelledError).and.include({ outcome: "unknown" });
    expect(error.cause).to.include({ message: "the engine stopped" });
  });
});
