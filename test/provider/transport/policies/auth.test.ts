import { expect } from "chai";
import { AuthError } from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";

describe("auth", () => {
  it("sends the bearer token", async () => {
    const { api, service, needs } = apiUnderTest();
    service.get("/a").matchHeader("authorization", "Bearer token-1").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(needs).to.deep.equal([{}]);
  });

  it("renews the token after 401 and sends even a POST once more", async () => {
    const { api, service, needs } = apiUnderTest();
    service.post("/a", { x: 1 }).matchHeader("authorization", "Bearer token-1").reply(401);
    service.post("/a", { x: 1 }).matchHeader("authorization", "Bearer token-2").reply(201, {});

    expect((await api.send({ method: "POST", path: "/a", body: { x: 1 } })).status).to.equal(201);
    expect(needs).to.deep.equal([{}, { rejected: "token-1" }]);
  });

  it("passes on the claims that the service asks for", async () => {
    const { api, service, needs } = apiUnderTest();
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    const header = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString("base64")}"`;
    service.get("/a").reply(401, "", { "www-authenticate": header });
    service.get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(needs[1]).to.deep.equal({ rejected: "token-1", claims });
  });

  it("does not pass on claims that are not JSON", async () => {
    const { api, service, needs } = apiUnderTest();
    service.get("/a").reply(401, "", { "www-authenticate": 'Bearer claims="AAAA"' }).get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(needs[1]).to.deep.equal({ rejected: "token-1" });
  });

  it("gives up after the second 401", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").times(2).reply(401, { code: "InvalidToken", message: "wrong audience" });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(AuthError).and.include({ status: 401, code: "InvalidToken", outcome: "refused" });
  });

  it("does not send the same token again when the credential has no other", async () => {
    const { api, service } = apiUnderTest({ tokens: { getToken: () => Promise.resolve("the only one") } });
    service.get("/a").reply(401, { code: "InvalidToken", message: "wrong audience" });

    // A second request would find nothing to answer it.
    expect(await failure(api.send({ method: "GET", path: "/a" }))).to.include({
      status: 401,
      code: "InvalidToken",
    });
  });

  it("says what the service said when no other token can be had", async () => {
    const getToken = ({ rejected }: { rejected?: string } = {}): Promise<string> =>
      rejected === undefined ? Promise.resolve("t") : Promise.reject(new AuthError("it cannot be renewed"));
    const { api, service } = apiUnderTest({ tokens: { getToken } });
    service.get("/a").reply(401, { message: "expired" });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(AuthError).and.include({ status: 401 });
    expect(error.message).to.contain("expired; no other token could be had: it cannot be renewed");
  });

  it("sends nothing when no token can be had", async () => {
    const refused = new AuthError("no token", { outcome: "neverSent" });
    const { api } = apiUnderTest({ tokens: { getToken: () => Promise.reject(refused) } });

    expect(await failure(api.send({ method: "GET", path: "/a" }))).to.equal(refused);
  });
});
