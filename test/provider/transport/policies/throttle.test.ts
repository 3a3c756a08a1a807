import { expect } from "chai";
import { CancelledError, ThrottledError } from "../../../../provider/errors";
import type { HttpReply, HttpRequest } from "../../../../provider/transport/policy";
import { throttle } from "../../../../provider/transport/policies/throttle";
import { fakeClock } from "../../../fakeClock";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";

const request = (route: string, signal?: AbortSignal): HttpRequest => ({
  method: "GET",
  url: new URL(`https://api.example.com${route}`),
  route,
  headers: new Map(),
  attempt: 1,
  ...(signal === undefined ? {} : { signal }),
});
const reply = (status: number, headers: Record<string, string> = {}): HttpReply => ({
  status,
  headers,
  body: undefined,
  requestId: "req-1",
});
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("throttle", () => {
  it("keeps requests in flight within the bound and lets them go first come first served", async () => {
    const policy = throttle({ clock: fakeClock(), maxConcurrency: 2, maxWaitMs: 1_000 });
    const started: string[] = [];
    const finish: (() => void)[] = [];
    const next = ({ route }: HttpRequest): Promise<HttpReply> => {
      started.push(route);
      return new Promise((resolve) =>
        finish.push(() => {
          resolve(reply(200));
        }),
      );
    };

    const all = ["/1", "/2", "/3", "/4"].map((route) => policy.send(request(route), next));
    await tick();
    expect(started).to.deep.equal(["/1", "/2"]);
    finish[1]!();
    await tick();
    expect(started).to.deep.equal(["/1", "/2", "/3"]);
    finish[0]!();
    await tick();
    expect(started).to.deep.equal(["/1", "/2", "/3", "/4"]);
    finish[2]!();
    finish[3]!();

    expect(await Promise.all(all)).to.have.length(4);
  });

  it("frees the place of a request that failed", async () => {
    const policy = throttle({ clock: fakeClock(), maxConcurrency: 1, maxWaitMs: 1_000 });

    await failure(policy.send(request("/1"), () => Promise.reject(new Error("lost"))));

    expect(await policy.send(request("/2"), () => Promise.resolve(reply(200)))).to.include({ status: 200 });
  });

  it("takes a caller who aborts out of the queue", async () => {
    const policy = throttle({ clock: fakeClock(), maxConcurrency: 1, maxWaitMs: 1_000 });
    const controller = new AbortController();
    let finish = (): void => undefined;
    const first = policy.send(
      request("/1"),
      () =>
        new Promise(
          (resolve) =>
            (finish = () => {
              resolve(reply(200));
            }),
        ),
    );
    const second = failure(
      policy.send(request("/2", controller.signal), () => Promise.reject(new Error("sent"))),
    );
    const third = policy.send(request("/3"), () => Promise.resolve(reply(204)));
    await tick();

    controller.abort(new Error("stop"));
    finish();

    expect((await second).message).to.equal("stop");
    expect((await first).status).to.equal(200);
    expect((await third).status).to.equal(204);
  });

  for (const status of [429, 503]) {
    it(`holds all callers back until the time that one ${status} names`, async () => {
      const clock = fakeClock();
      const started = clock.now();
      const policy = throttle({ clock, maxConcurrency: 8, maxWaitMs: 300_000 });
      await policy.send(request("/1"), () => Promise.resolve(reply(status, { "retry-after": "5" })));
      clock.advance(2_000);
      const sentAt: number[] = [];
      const next = (): Promise<HttpReply> => {
        sentAt.push(clock.now() - started);
        return Promise.resolve(reply(200));
      };

      await Promise.all(["/2", "/3"].map((route) => policy.send(request(route), next)));

      expect(sentAt).to.deep.equal([5_000, 5_000]);
    });
  }

  it("holds nobody back for another status or without a time", async () => {
    const clock = fakeClock();
    const policy = throttle({ clock, maxConcurrency: 8, maxWaitMs: 300_000 });
    await policy.send(request("/1"), () => Promise.resolve(reply(429)));
    await policy.send(request("/2"), () => Promise.resolve(reply(500, { "retry-after": "5" })));

    await policy.send(request("/3"), () => Promise.resolve(reply(200)));

    expect(clock.sleeps).to.deep.equal([]);
  });

  it("fails at once rather than hold callers back for longer than they may wait", async () => {
    const { api, service, clock } = apiUnderTest();
    service.get("/a").reply(429, {}, { "retry-after": "3600" });
    await failure(api.send({ method: "GET", path: "/a" }));

    const error = await failure(api.send({ method: "POST", path: "/b" }));

    expect(error)
      .to.be.instanceOf(ThrottledError)
      .and.include({ outcome: "neverSent", retryAfterMs: 3_600_000 });
    expect(clock.sleeps).to.deep.equal([]);
  });

  it("waits once, not twice, for the request that was told to wait", async () => {
    const { api, service, clock } = apiUnderTest();
    service.get("/a").reply(429, {}, { "retry-after": "5" }).get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a" });

    expect(clock.sleeps).to.deep.equal([5_000]);
  });

  it("tells the caller who aborts while queued that nothing was sent", async () => {
    const controller = new AbortController();
    const { api, service } = apiUnderTest({ maxConcurrency: 1 });
    service.get("/a").delay(20).reply(200, {});
    const first = api.send({ method: "GET", path: "/a" });
    const second = failure(api.send({ method: "POST", path: "/b", signal: controller.signal }));
    await tick();

    controller.abort(new Error("stop"));

    expect(await second)
      .to.be.instanceOf(CancelledError)
      .and.include({ outcome: "neverSent" });
    await first;
  });
});
