import { getEventListeners } from "node:events";
import { expect } from "chai";
import { CancelledError, TimeoutError } from "../../../../provider/errors";
import { unlessAborted } from "../../../../provider/transport/abort";
import { deadline } from "../../../../provider/transport/policies/deadline";
import { retry } from "../../../../provider/transport/policies/retry";
import { throttle } from "../../../../provider/transport/policies/throttle";
import { type HttpRequest, type Next, type Policy, pipeline } from "../../../../provider/transport/policy";
import { apiUnderTest } from "../apiUnderTest";
import { failure } from "../failure";
import { type LocalServer, localServer } from "../localServer";
import { manualClock } from "../manualClock";

const request = (method: "GET" | "PUT" | "POST"): HttpRequest => ({
  method,
  url: new URL("https://api.example.com/a"),
  route: "/a",
  headers: new Map(),
  attempt: 1,
});

/** The policies that wait, with one slot, before a service that gives these answers and then none. Nothing but the limit ends. */
function waiting({ answers }: { readonly answers: number[] }): Next {
  const clock = manualClock();
  const service: Policy = {
    name: "service",
    send: ({ signal }) => {
      const status = answers.shift();
      if (status === undefined) return unlessAborted(new Promise(() => undefined), signal);
      const headers = { "retry-after": "60" };
      return Promise.resolve({ status, headers, body: undefined, requestId: "req-1" });
    },
  };
  return pipeline([
    deadline(10),
    retry({ clock, random: () => 1, maxAttempts: 2, maxWaitMs: 100_000 }),
    throttle({ clock, maxConcurrency: 1, maxWaitMs: 100_000 }),
    service,
  ]);
}

describe("deadline", () => {
  let server: LocalServer | undefined;

  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it("ends a call whose answer does not come", async () => {
    server = await localServer(() => undefined);
    const { api } = apiUnderTest({ endpoint: server.url, callTimeoutMs: 30 });

    const error = await failure(api.send({ method: "GET", path: "/a" }));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "unknown", requestId: "req-1" });
    expect(error.message).to.match(/^GET \/a was given up after 30 ms in all, before its answer \(.*req-1\)$/);
  });

  it("ends the wait between two attempts, with what they left open", async () => {
    const error = await failure(waiting({ answers: [503] })(request("PUT")));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "unknown" });
    expect(error.message).to.equal(
      "PUT /a was given up after 10 ms in all, while it waited for its next attempt (answered 503)",
    );
  });

  it("ends the wait for a turn", async () => {
    const run = waiting({ answers: [] });
    const first = failure(run(request("GET")));

    const error = await failure(run({ ...request("POST"), waitFor: { codes: [], waitMs: -5 } }));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "neverSent" });
    expect(error.message).to.equal("POST /a was given up after 5 ms in all, before it was sent");
    await first;
  });

  it("ends the wait for a pause that the service asked for", async () => {
    const run = waiting({ answers: [429] });
    const first = failure(run(request("GET")));

    const error = await failure(run({ ...request("POST"), waitFor: { codes: [], waitMs: -5 } }));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "neverSent" });
    await first;
  });

  it("ends a sign-in that hangs", async () => {
    const { api } = apiUnderTest({
      callTimeoutMs: 20,
      tokens: { getToken: () => new Promise(() => undefined) },
    });

    const error = await failure(api.send({ method: "POST", path: "/a" }));

    expect(error).to.be.instanceOf(TimeoutError).and.include({ outcome: "neverSent" });
  });

  it("leaves the time for refusals that the request waits for on top", async () => {
    const clock = manualClock();
    const { api, service } = apiUnderTest({ clock, callTimeoutMs: 1 });
    service.post("/a").reply(400, { code: "NotYet" }).post("/a").reply(200, {});

    const waiting = api.send({ method: "POST", path: "/a", waitFor: { codes: ["NotYet"], waitMs: 60_000 } });
    while (clock.sleepers === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(1_000);

    expect((await waiting).status).to.equal(200);
  });

  it("lets the caller abort earlier, also during sign-in", async () => {
    const controller = new AbortController();
    const { api } = apiUnderTest({ tokens: { getToken: () => new Promise(() => undefined) } });
    const call = failure(api.send({ method: "POST", path: "/a", signal: controller.signal }));

    controller.abort(new Error("the engine stopped"));

    const error = await call;
    expect(error).to.be.instanceOf(CancelledError).and.include({ outcome: "neverSent" });
    expect(error.cause).to.include({ message: "the engine stopped" });
  });

  it("leaves nothing behind on the caller's signal", async () => {
    const { signal } = new AbortController();
    const { api, service } = apiUnderTest();
    service.get("/a").reply(500).get("/a").reply(401).get("/a").reply(200, {});

    await api.send({ method: "GET", path: "/a", signal });

    expect(getEventListeners(signal, "abort")).to.deep.equal([]);
  });
});
