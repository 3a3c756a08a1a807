import { expect } from "chai";
import { AuthError } from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";

describe("log", () => {
  it("writes a line for each exchange, and none of headers, query or bodies", async () => {
    const { api, service, lines } = apiUnderTest();
    service.put("/a/b").query(true).reply(500, { message: "planted-answer" });
    service
      .put("/a/b")
      .query(true)
      .reply(200, { b: "planted-answer" }, { "x-ms-correlation-id": "corr-1", x: "planted-header" });

    await api.send({
      method: "PUT",
      path: "/a/b",
      query: { q: "planted-query" },
      body: { a: "planted-body" },
    });

    expect(lines).to.deep.equal([
      "info PUT /a/b 500 in N ms (attempt 1, request id req-1)",
      "debug PUT /a/b: waiting 1000 ms, answered 500",
      "info PUT /a/b 200 in N ms (attempt 2, request id req-2, correlation id corr-1)",
    ]);
  });

  it("names the failure of an exchange without an answer", async () => {
    const { api, service, lines } = apiUnderTest({ maxAttempts: 1 });
    service.post("/a").replyWithError(Object.assign(new Error("x"), { code: "ENOTFOUND" }));

    await failure(api.send({ method: "POST", path: "/a" }));

    expect(lines).to.deep.equal(["info POST /a ConnectionError ENOTFOUND in N ms (attempt 1, request id req-1)"]);
  });

  it("writes both exchanges of a renewed token", async () => {
    const { api, service, lines } = apiUnderTest();
    service.get("/a").reply(401).get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(lines).to.deep.equal([
      "info GET /a 401 in N ms (attempt 1, request id req-1)",
      "info GET /a 200 in N ms (attempt 1, request id req-2)",
    ]);
  });

  it("writes a line for a call that was never sent", async () => {
    const { api, lines } = apiUnderTest({ tokens: { getToken: () => Promise.reject(new AuthError("no")) } });

    await failure(api.send({ method: "GET", path: "/a" }));

    expect(lines).to.deep.equal(["info GET /a was not sent: AuthError"]);
  });

  it("is not needed", async () => {
    const { api, service } = apiUnderTest({ log: undefined as never });
    service.get("/a").reply(200, {});

    expect((await api.send({ method: "GET", path: "/a" })).status).to.equal(200);
  });
});
