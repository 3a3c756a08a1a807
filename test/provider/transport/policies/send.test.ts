import { expect } from "chai";
import {
  BadResponseError,
  CancelledError,
  ConnectionError,
  ForbiddenError,
  HttpError,
} from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";

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

  it("does not take 200 without a body for the answer to a GET, and asks again", async () => {
    const { api, service, clock } = apiUnderTest({ maxAttempts: 2 });
    service.get("/a").times(2).reply(200, "");

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "cutOff", status: 200 });
    expect(error.message).to.contain("GET /a answered 200 with nothing at all");
    expect(clock.sleeps).to.deep.equal([1_000]);
  });

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
    expect(error.message).to.contain("the answer is larger than 100 bytes, the most that is read");
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

      expect(error).to.be.instanceOf(ConnectionError).and.include({ code, outcome: "neverSent", requestId: "req-1" });
    });
  }

  it("explains a certificate that is not trusted and does not try again", async () => {
    const { api, service, clock } = apiUnderTest();
    service.get("/a").replyWithError(Object.assign(new Error("x"), { code: "SELF_SIGNED_CERT_IN_CHAIN" }));

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(ConnectionError).and.include({ outcome: "neverSent" });
    expect(error.message)
      .to.contain("signed by an authority that is not trusted here")
      .and.contain("set NODE_EXTRA_CA_CERTS to a PEM file");
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
