import { expect } from "chai";
import { BadResponseError } from "../../../../provider/errors";
import { awaitOperation } from "../../../../provider/transport";
import { isUnplaced } from "../../../../provider/transport/operation/awaitOperation";
import { fakeClock } from "../../../fakeClock";
import { apiUnderTest, endpoint } from "../apiUnderTest";
import { failure } from "../failure";
import { accepted, group, lifecycle, location, waiting } from "./operationUnderTest";

describe("awaitOperation finds the operation", () => {
  it("at the Location, as it is given", async () => {
    const change = waiting(group("Succeeded"));

    const { word } = await change.end(accepted);

    expect(word).to.equal("Succeeded");
    expect(change.requests).to.deep.equal([{ method: "GET", path: location }]);
  });

  it("at the Operation-Location, of another version and environment", async () => {
    const link = `${endpoint}/appmanagement/environments/other/operations/op-1?api-version=1`;
    const change = waiting(lifecycle("Running"), lifecycle("Succeeded"));

    await change.end({ status: 202, headers: { "operation-location": link } });

    expect(change.requests.map(({ path }) => path)).to.deep.equal([link, link]);
  });

  it("by the id in the body", async () => {
    const change = waiting(lifecycle("Succeeded"));

    await change.end({ status: 202, ...lifecycle("Queued") });

    expect(change.requests).to.deep.equal([
      {
        method: "GET",
        path: "/environmentmanagement/operations/op-1",
        query: { "api-version": "2024-10-01" },
      },
    ]);
  });

  it("in the body of a 201, whose Location is that of the new object", async () => {
    const change = waiting(lifecycle("Succeeded"));

    await change.end({ status: 201, headers: { location: "/environments/e" }, ...lifecycle("InProgress") });

    expect(change.requests[0]?.path).to.equal("/environmentmanagement/operations/op-1");
  });

  it("has ended in the answer itself", async () => {
    const change = waiting();

    expect(await change.end({ status: 201, ...lifecycle("Succeeded") })).to.include({ word: "Succeeded" });
    expect(change.requests).to.deep.equal([]);
  });

  for (const status of [200, 201, 204]) {
    it(`nowhere, as ${status} says that the change is done`, async () => {
      const change = waiting();

      expect(await change.end({ status, body: { id: "e" } })).to.deep.equal({ body: { id: "e" } });
      expect(change.requests).to.deep.equal([]);
    });
  }

  it("nowhere when 202 does not say where, and tells what that means", async () => {
    const error = await failure(waiting().end({ status: 202 }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ outcome: "unknown", requestId: "change-1" });
    expect(error.message).to.contain("does not say where its operation can be looked at; it may still finish");
  });

  for (const [answer, unplaced] of [
    [{ status: 202 }, true],
    [{ status: 202, body: { status: "InProgress" } }, true],
    [{ status: 202, body: { status: "Succeeded" } }, false],
    [{ status: 202, ...lifecycle("Queued") }, false],
    [{ status: 202, headers: { location } }, false],
    [{ status: 201 }, false],
  ] as const) {
    it(`${unplaced ? "nowhere" : "or its end"} in ${JSON.stringify(answer)}, for who asks first`, () => {
      const response = { headers: {}, body: undefined, requestId: "change-1", ...answer };

      expect(isUnplaced(response, "2024-10-01")).to.equal(unplaced);
    });
  }

  it("only below the endpoint", async () => {
    const { api, service, needs } = apiUnderTest();
    service.post("/a").reply(202, "", { location: "https://evil.example/operations/op-1" });
    const answer = await api.send({ method: "POST", path: "/a" });
    needs.length = 0;

    const error = await failure(awaitOperation(api, answer, { apiVersion: "1", timeoutMs: 1_000, clock: fakeClock() }));

    expect(error).to.be.instanceOf(BadResponseError).and.include({ outcome: "unknown" });
    expect(error.message).to.contain("https://evil.example").and.contain("may still finish");
    expect(needs).to.deep.equal([]);
  });
});
