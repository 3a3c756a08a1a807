import { expect } from "chai";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";

describe("requestId", () => {
  it("gives every attempt an id of its own and answers with that of the last", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").matchHeader("x-ms-client-request-id", "req-1").reply(500);
    service.get("/a").matchHeader("x-ms-client-request-id", "req-2").reply(200, {});

    expect(await api.send({ method: "GET", path: "/a" })).to.include({ requestId: "req-2" });
  });

  it("is another one for what is repeated with a renewed token", async () => {
    const { api, service } = apiUnderTest();
    service.post("/a").matchHeader("x-ms-client-request-id", "req-1").reply(401);
    service.post("/a").matchHeader("x-ms-client-request-id", "req-2").reply(201, {});

    expect(await api.send({ method: "POST", path: "/a" })).to.include({ requestId: "req-2" });
  });

  it("is in the error, beside the service's own", async () => {
    const { api, service } = apiUnderTest();
    service
      .post("/licensing/billingPolicies")
      .query(true)
      .reply(403, { error: { code: "Forbidden", message: "Access denied" } }, { "x-ms-correlation-id": "corr-9" });

    const error = await failure(
      api.send({ method: "POST", path: "/licensing/billingPolicies", query: { "api-version": "1" } }),
    );

    expect(error).to.include({ requestId: "req-1", correlationId: "corr-9", outcome: "refused" });
    expect(error.message).to.equal(
      "POST /licensing/billingPolicies answered 403 Forbidden: Access denied (code Forbidden, request id req-1, correlation id corr-9)",
    );
  });

  it("is a GUID by default", async () => {
    const { api, service } = apiUnderTest({ newId: undefined as never });
    service
      .get("/a")
      .matchHeader("x-ms-client-request-id", /^[0-9a-f-]{36}$/)
      .reply(200, {});

    await api.send({ method: "GET", path: "/a" });
  });
});
