import { expect } from "chai";
import { BadResponseError } from "../../../provider/errors";
import { type Api, type ApiRequest, listAll } from "../../../provider/transport";
import { failure } from "./failure";
import { scriptedApi } from "./scriptedApi";

const request: ApiRequest = { method: "GET", path: "/things", query: { "api-version": "1" } };

describe("listAll", () => {
  for (const name of ["@odata.nextLink", "@odata.nextlink", "nextLink"]) {
    it(`follows ${name} as it is given, to the last page`, async () => {
      const link = "https://api.example.com/things?api-version=1&$skiptoken=a%2Fb";
      const api = scriptedApi((_request, index) =>
        index === 0 ? { value: [1, 2], [name]: link } : { value: [3], [name]: index === 1 ? null : "" },
      );

      expect(await listAll(api, request)).to.deep.equal([1, 2, 3]);
      expect(api.requests).to.deep.equal([request, { method: "GET", path: link }]);
    });
  }

  it("follows a continuation token with the query of the first page", async () => {
    const api = scriptedApi((_request, index) =>
      index === 0 ? { collection: [1], continuationToken: "t/1" } : { collection: [2], continuationToken: null },
    );

    expect(await listAll(api, request)).to.deep.equal([1, 2]);
    expect(api.requests[1]?.query).to.deep.equal({ "api-version": "1", continuationToken: "t/1" });
  });

  it("reads items under objectResult and bare arrays", async () => {
    expect(
      await listAll(
        scriptedApi(() => ({ errors: null, objectResult: [1], nextLink: null })),
        request,
      ),
    ).to.deep.equal([1]);
    expect(
      await listAll(
        scriptedApi(() => [1, 2]),
        request,
      ),
    ).to.deep.equal([1, 2]);
  });

  it("posts the body to every page of a list that is asked for by POST", async () => {
    const query: ApiRequest = {
      method: "POST",
      path: "/query",
      query: { "api-version": "1" },
      body: { a: 1 },
    };
    const link = "https://api.example.com/query?api-version=1&$skiptoken=2";
    const api = scriptedApi((_request, index) =>
      index === 0 ? { value: [1], "@odata.nextLink": link } : { value: [2] },
    );

    expect(await listAll(api, query)).to.deep.equal([1, 2]);
    expect(api.requests[1]).to.deep.equal({ method: "POST", path: link, body: { a: 1 } });
  });

  it("follows $skip and $skiptoken in links", async () => {
    const api = scriptedApi((_request, index) =>
      index === 0
        ? { value: [1], "@odata.nextlink": "/things?$top=1&$skip=1" }
        : index === 1
          ? { value: [2], "@odata.nextLink": "/things?$top=1&$skiptoken=x" }
          : { value: [3] },
    );

    expect(await listAll(api, { ...request, query: { $top: "1" } })).to.deep.equal([1, 2, 3]);
    expect(api.requests.slice(1).map(({ path, query }) => ({ path, query }))).to.deep.equal([
      { path: "/things?$top=1&$skip=1", query: undefined },
      { path: "/things?$top=1&$skiptoken=x", query: undefined },
    ]);
  });

  it("pages through the connections of a cross-tenant report", async () => {
    const api = scriptedApi((_request, index) =>
      index === 0 ? { reportId: "r", connections: [1], "@odata.nextLink": "/reports/r?page=2" } : { connections: [2] },
    );

    expect(await listAll(api, { method: "GET", path: "/reports/r" })).to.deep.equal([1, 2]);
  });

  it("takes {} for the empty list only where that is what the service sends", async () => {
    const api = scriptedApi(() => ({}));

    expect(await listAll(api, request, { isEmptyObjectEmpty: true })).to.deep.equal([]);
    expect(
      await failure(
        listAll(
          scriptedApi(() => ({ value: null })),
          request,
          { isEmptyObjectEmpty: true },
        ),
      ),
    ).to.be.instanceOf(BadResponseError);
  });

  it("does not take a page that tells of an error for a shorter list", async () => {
    const api = scriptedApi(() => ({
      errors: { code: "Locked", message: "A rule locks it." },
      objectResult: [],
      nextLink: null,
    }));

    const error = await failure(listAll(api, request));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ code: "Locked" });
    expect(error.message).to.contain("a page that tells of an error: A rule locks it.");
  });

  it("does not take 200 without a body for the empty list", async () => {
    const api: Api = {
      send: () => Promise.resolve({ status: 200, headers: {}, body: undefined, requestId: "req-1" }),
    };

    expect(await failure(listAll(api, request))).to.be.instanceOf(BadResponseError);
  });

  it("fails when the failure comes with the second page", async () => {
    const api = scriptedApi((_request, index) => {
      if (index === 1) throw new Error("page lost");
      return { value: [1], nextLink: "/things?page=2" };
    });

    expect((await failure(listAll(api, request))).message).to.equal("page lost");
  });

  it("refuses a next link that repeats", async () => {
    const api = scriptedApi((_request, index) => ({ value: [index], nextLink: `/things?page=${index % 2}` }));

    const error = await failure(listAll(api, request));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ reason: "shape" });
    expect(error.message).to.contain("GET /things answered 200 with a page that repeats a next link");
    expect(api.requests).to.have.length(3);
  });

  it("refuses a continuation token that repeats", async () => {
    const api = scriptedApi(() => ({ collection: [1], continuationToken: "same" }));

    expect(await failure(listAll(api, request))).to.be.instanceOf(BadResponseError);
  });

  for (const body of [{}, { value: null }, { value: { a: 1 } }, "text", 7, null, { error: { code: "X" } }]) {
    it(`refuses a page without items: ${JSON.stringify(body)}`, async () => {
      const error = await failure(
        listAll(
          scriptedApi(() => body),
          request,
        ),
      );

      expect(error).to.be.instanceOf(BadResponseError);
      expect(error.message).to.contain("no array of items").and.contain("request id req-1");
    });
  }

  it("passes on what the service said in a page without items", async () => {
    const api = scriptedApi(() => ({
      errors: { code: "Locked", message: "A rule locks it." },
      objectResult: null,
    }));

    const error = await failure(listAll(api, request));

    expect(error).to.include({ code: "Locked" });
    expect(error.message).to.contain("A rule locks it.");
  });

  it("refuses a next link that is no address", async () => {
    const error = await failure(
      listAll(
        scriptedApi(() => ({ value: [], nextLink: "page2" })),
        request,
      ),
    );

    expect(error).to.be.instanceOf(BadResponseError);
    expect(error.message).to.contain("a next link that is no address");
  });

  it("refuses a next link that is not a text", async () => {
    expect(
      await failure(
        listAll(
          scriptedApi(() => ({ value: [], nextLink: 7 })),
          request,
        ),
      ),
    ).to.be.instanceOf(BadResponseError);
  });
});
