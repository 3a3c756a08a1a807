import { expect } from "chai";
import { CancelledError, ThrottledError } from "../../../../provider/errors";
import type { HttpReply, HttpRequest } from "../../../../provider/transport/policy";
import { throttle } from "../../../../provider/transport/policies/throttle";
import { fakeClock } from "../../../fakeClock";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";
import { manualClock, tick } from "../manualClock";

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

interface OpenRequest {
  readonly route: string;
  answer(status: number, headers?: Record<string, string>): Promise<void>;
}

/** The end of the pipeline as a list of requests that wait for their answer. */
function wire(): { readonly open: OpenRequest[]; readonly next: (sent: HttpRequest) => Promise<HttpReply> } {
  const open: OpenRequest[] = [];
  const next = ({ route }: HttpRequest): Promise<HttpReply> =>
    new Promise((resolve) => {
      const sent: OpenRequest = {
        route,
        answer: (status, headers) => {
          open.splice(open.indexOf(sent), 1);
          resolve(reply(status, headers));
          return tick();
        },
      };
      open.push(sent);
    });
  return { open, next };
}
const routes = (open: readonly OpenRequest[]): readonly string[] => open.map(({ route }) => route);
const pause = { "retry-after": "5" };

describe("throttle", () => {
  it("keeps requests in flight within the bound and lets them go first come first served", async () => {
    const policy = throttle({ clock: manualClock(), maxConcurrency: 2, maxWaitMs: 1_000 });
    const { open, next } = wire();

    const all = ["/1", "/2", "/3", "/4"].map((route) => policy.send(request(route), next));
    await tick();
    expect(routes(open)).to.deep.equal(["/1", "/2"]);
    await open[1]!.answer(200);
    expect(routes(open)).to.deep.equal(["/1", "/3"]);
    await open[0]!.answer(200);
    expect(routes(open)).to.deep.equal(["/3", "/4"]);
    await open[1]!.answer(200);
    await open[0]!.answer(200);

    expect(await Promise.all(all)).to.have.length(4);
  });

  it("frees the place of a request that failed", async () => {
    const policy = throttle({ clock: fakeClock(), maxConcurrency: 1, maxWaitMs: 1_000 });

    await failure(policy.send(request("/1"), () => Promise.reject(new Error("lost"))));

    expect(await policy.send(request("/2"), () => Promise.resolve(reply(200)))).to.include({ status: 200 });
  });

  it("takes a caller who aborts out of the queue", async () => {
    const policy = throttle({ clock: manualClock(), maxConcurrency: 1, maxWaitMs: 1_000 });
    const controller = new AbortController();
    const { open, next } = wire();
    const first = policy.send(request("/1"), next);
    const second = failure(policy.send(request("/2", controller.signal), next));
    const third = policy.send(request("/3"), next);
    await tick();

    controller.abort(new Error("stop"));
    await open[0]!.answer(200);
    await open[0]!.answer(204);

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

  it("lets callers back one at a time after the pause, and one more with every answer", async () => {
    const clock = manualClock();
    const policy = throttle({ clock, maxConcurrency: 4, maxWaitMs: 300_000 });
    const { open, next } = wire();
    const all = ["/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8"].map((route) => policy.send(request(route), next));
    await tick();
    await open[0]!.answer(429, pause);
    // Sent before the service said so: that they are answered says nothing about now.
    for (const route of ["/2", "/3", "/4"]) {
      await open.find((sent) => sent.route === route)!.answer(200);
    }
    expect(routes(open)).to.deep.equal([]);

    await clock.advance(5_000);
    expect(routes(open)).to.deep.equal(["/5"]);
    await open[0]!.answer(200);
    expect(routes(open)).to.deep.equal(["/6", "/7"]);
    await open[0]!.answer(200);
    expect(routes(open)).to.deep.equal(["/7", "/8"]);
    await open[0]!.answer(200);
    await open[0]!.answer(200);

    expect((await Promise.all(all)).map(({ status }) => status)).to.deep.equal([429, ...Array<number>(7).fill(200)]);
  });

  it("goes on one at a time after a 429 that names no time", async () => {
    const policy = throttle({ clock: manualClock(), maxConcurrency: 3, maxWaitMs: 1_000 });
    const { open, next } = wire();
    const all = ["/1", "/2", "/3", "/4", "/5"].map((route) => policy.send(request(route), next));
    await tick();

    await open[0]!.answer(429);
    await open[0]!.answer(200);
    expect(routes(open)).to.deep.equal(["/3"]);
    await open[0]!.answer(200);
    expect(routes(open)).to.deep.equal(["/4"]);
    await open[0]!.answer(200);
    await open[0]!.answer(200);

    await Promise.all(all);
  });

  it("lets the call that came first go first, also when it comes back", async () => {
    const policy = throttle({ clock: manualClock(), maxConcurrency: 1, maxWaitMs: 1_000 });
    const { open, next } = wire();
    const oldest = request("/oldest");
    const first = policy.send(oldest, next);
    const others = ["/2", "/3"].map((route) => policy.send(request(route), next));
    await tick();
    await open[0]!.answer(500);
    await first;

    const again = policy.send(oldest, next);
    await tick();
    await open[0]!.answer(200);

    expect(routes(open)).to.deep.equal(["/oldest"]);
    await open[0]!.answer(200);
    await open[0]!.answer(200);
    await Promise.all([again, ...others]);
  });

  it("gives no slot to who waits for the time to pass", async () => {
    const clock = manualClock();
    const policy = throttle({ clock, maxConcurrency: 1, maxWaitMs: 300_000 });
    const { open, next } = wire();
    const queued = ["/1", "/2", "/3"].map((route) => policy.send(request(route), next));
    await tick();

    await open[0]!.answer(429, pause);
    expect(clock.sleepers).to.equal(2);
    await clock.advance(5_000);
    await open[0]!.answer(200);
    await open[0]!.answer(200);

    await Promise.all(queued);
  });

  it("lets others through while a call waits for its next attempt", async () => {
    const clock = manualClock();
    const { api, service } = apiUnderTest({ clock, maxConcurrency: 1 });
    service.get("/a").reply(500).get("/b").reply(200, {}).get("/a").reply(200, {});
    const first = api.send({ method: "GET", path: "/a" });

    expect((await api.send({ method: "GET", path: "/b" })).status).to.equal(200);
    expect(clock.sleepers).to.equal(1);
    await clock.advance(1_000);

    expect((await first).status).to.equal(200);
  });

  it("fails at once rather than hold callers back for longer than they may wait", async () => {
    const { api, service, clock } = apiUnderTest();
    service.get("/a").reply(429, {}, { "retry-after": "3600" });
    await failure(api.send({ method: "GET", path: "/a" }));

    const error = await failure(api.send({ method: "POST", path: "/b" }));

    expect(error).to.be.instanceOf(ThrottledError).and.include({ outcome: "neverSent", retryAfterMs: 3_600_000 });
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
