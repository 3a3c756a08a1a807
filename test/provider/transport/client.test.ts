import { expect } from "chai";
import {
  AuthError,
  BadResponseError,
  ConfigurationError,
  ConflictError,
  ForbiddenError,
  HttpError,
  NotFoundError,
  ThrottledError,
} from "../../../provider/errors";
import { createApi, listAll } from "../../../provider/transport";
import { pipeline, type Policy } from "../../../provider/transport/policy";
import { apiUnderTest, endpoint } from "./apiUnderTest";
import { failure } from "./failure";

describe("createApi", () => {
  const rows = [
    [400, HttpError],
    [401, AuthError],
    [403, ForbiddenError],
    [404, NotFoundError],
    [405, HttpError],
    [409, ConflictError],
    [412, ConflictError],
    [422, HttpError],
    [429, ThrottledError],
  ] as const;
  for (const [status, type] of rows) {
    it(`throws ${type.name} for ${status}, with or without a body`, async () => {
      const { api, service } = apiUnderTest({ maxAttempts: 1 });
      const times = status === 401 ? 2 : 1;
      service
        .get("/a")
        .times(times)
        .reply(status, { error: { code: "Outer", message: "why", details: [{ code: "Inner" }] } });
      service.get("/b").times(times).reply(status);

      const told = await failure(api.send({ method: "GET", path: "/a" }));
      const silent = await failure(api.send({ method: "GET", path: "/b" }));

      expect(told)
        .to.be.instanceOf(type)
        .and.include({ status, code: "Inner", serviceMessage: "why", outcome: "refused" });
      expect(told).to.deep.include({ codes: ["Outer", "Inner"] });
      expect(silent).to.be.instanceOf(type).and.include({ status });
      expect(silent.message).to.contain("without a reason");
    });
  }

  it("does not take a proxy's 404 for a proof of absence", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").reply(404, "<html><title>Not Found</title></html>");

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error)
      .to.be.instanceOf(BadResponseError)
      .and.include({ status: 404, reason: "notJson", outcome: "unknown" });
  });

  it("takes a text in JSON for an answer of the service", async () => {
    const { api, service } = apiUnderTest();
    service.get("/a").reply(404, '"No such thing"');

    expect(await failure(api.send({ method: "GET", path: "/a" }))).to.be.instanceOf(NotFoundError);
  });

  it("refuses an endpoint that a token must not be sent to", () => {
    const tokens = { getToken: () => Promise.resolve("t") };

    expect(() => createApi({ endpoint: "http://api.example.com", tokens })).to.throw(ConfigurationError, "https");
  });

  it("lists over several pages with the token, query and links of the service", async () => {
    const { api, service } = apiUnderTest();
    service
      .get("/things?api-version=1")
      .reply(200, { value: [1], "@odata.nextLink": `${endpoint}/things?api-version=1&$skiptoken=a%2Fb` });
    service.get("/things?api-version=1&$skiptoken=a%2Fb").reply(200, { value: [2] });

    expect(await listAll(api, { method: "GET", path: "/things", query: { "api-version": "1" } })).to.deep.equal([1, 2]);
  });
});

describe("pipeline", () => {
  it("runs policies from the outermost to the innermost and back", async () => {
    const seen: string[] = [];
    const policy = (name: string): Policy => ({
      name,
      async send(request, next) {
        seen.push(`> ${name}`);
        const answer = name === "c" ? { status: 200, headers: {}, body: 1, requestId: "r" } : await next(request);
        seen.push(`< ${name}`);
        return answer;
      },
    });
    const request = {
      method: "GET",
      url: new URL(endpoint),
      route: "/",
      headers: new Map(),
      attempt: 1,
    } as const;

    await pipeline([policy("a"), policy("b"), policy("c")])(request);

    expect(seen).to.deep.equal(["> a", "> b", "> c", "< c", "< b", "< a"]);
  });
});
