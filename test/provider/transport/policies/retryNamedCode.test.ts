import { expect } from "chai";
import { PowerPlatformError, ThrottledError } from "../../../../provider/errors";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";

describe("retry of refusals that the request waits for", () => {
  const waitFor = { codes: ["EnvironmentIdInvalid"], waitMs: 60_000 };
  const refused = { code: "EndpointInvalid", message: "no", innererror: { code: "EnvironmentIdInvalid" } };

  it("sends a POST again while they last, 1, 2, 4, 8, 10, 10… s apart", async () => {
    const { api, service, clock } = apiUnderTest();
    service.post("/a").times(7).reply(400, refused).post("/a").reply(200, {});

    await api.send({ method: "POST", path: "/a", waitFor });

    expect(clock.sleeps).to.deep.equal([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  it("keeps to the time that the service names", async () => {
    const { api, service, clock } = apiUnderTest();
    service.post("/a").reply(400, refused, { "retry-after": "15" }).post("/a").reply(200, {});

    await api.send({ method: "POST", path: "/a", waitFor });

    expect(clock.sleeps).to.deep.equal([15_000]);
  });

  it("gives up with the refusal when time is over", async () => {
    const { api, service, clock } = apiUnderTest();
    service.post("/a").times(5).reply(400, refused);

    const error = await failure(api.send({ method: "POST", path: "/a", waitFor: { ...waitFor, waitMs: 10_000 } }));

    expect(clock.sleeps).to.deep.equal([1_000, 2_000, 4_000, 3_000]);
    expect(error).to.be.instanceOf(PowerPlatformError).and.not.instanceOf(ThrottledError);
    expect(error).to.include({ status: 400, code: "EnvironmentIdInvalid", outcome: "refused" });
  });

  it("counts the time that the refusals take", async () => {
    const { api, service, clock } = apiUnderTest();
    const slowly = (): [number, object] => {
      clock.advance(5_000);
      return [400, refused];
    };
    service.post("/a").times(4).reply(slowly);

    const error = await failure(api.send({ method: "POST", path: "/a", waitFor: { ...waitFor, waitMs: 15_000 } }));

    expect(clock.sleeps).to.deep.equal([1_000, 2_000, 2_000]);
    expect(error.message).to.include("gave up after 20 s of waiting");
  });

  it("does not count them among the attempts", async () => {
    const { api, service } = apiUnderTest({ maxAttempts: 2 });
    service.post("/a").times(3).reply(400, refused);
    service.post("/a").reply(429, {}).post("/a").reply(400, refused).post("/a").reply(200, {});

    expect((await api.send({ method: "POST", path: "/a", waitFor })).status).to.equal(200);
  });

  it("does not wait for other refusals", async () => {
    const { api, service } = apiUnderTest();
    service.post("/a").reply(400, { code: "PrincipalDoesNotExist" });

    expect(await failure(api.send({ method: "POST", path: "/a", waitFor }))).to.include({
      code: "PrincipalDoesNotExist",
    });
  });
});
