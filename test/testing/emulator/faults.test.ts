import { expect } from "chai";
import type { Answered } from "./harness";
import { valueOf, withEmulator } from "./harness";

const groups = "/environmentmanagement/environmentGroups";
const body = { displayName: "Sales" };

describe("faults of the emulator", () => {
  const api = withEmulator();
  const create = (): Promise<Answered> => api.post(groups, body);
  const count = (): number => api.emulator.tenant.environmentGroups.list().length - 1;
  const failure = async (promise: Promise<unknown>): Promise<{ message: string; code: unknown }> => {
    try {
      await promise;
    } catch (error) {
      const { message, cause } = error as Error & { cause?: { code?: unknown } };
      return { message, code: cause?.code };
    }
    throw new Error("It did not fail.");
  };

  it("answer a status with body and headers, once, before anything changed", async () => {
    api.emulator.fault({
      method: "post",
      path: groups,
      kind: "status",
      status: 429,
      headers: { "retry-after": "7" },
      body: { code: "TooManyRequests" },
    });

    const [first, second] = [await create(), await create()];

    expect([first.status, first.headers.get("retry-after"), first.body.code]).to.deep.equal([
      429,
      "7",
      "TooManyRequests",
    ]);
    expect([second.status, count()]).to.deep.equal([200, 1]);
  });

  it("answer at the time that their headers tell", async () => {
    const date = "Thu, 01 Jan 2026 01:00:00 GMT";
    api.emulator.fault({ path: groups, kind: "status", status: 429, headers: { date } });

    const [first, second] = [await create(), await create()];

    expect(first.headers.get("date")).to.equal(date);
    expect(second.headers.get("date")).not.to.equal(date);
  });

  it("answer 503 after the change when the answer is to be lost", async () => {
    api.emulator.fault({
      operationId: "createEnvironmentGroup",
      kind: "status",
      status: 503,
      moment: "after",
    });

    const answer = await create();

    expect([answer.status, count()]).to.deep.equal([503, 1]);
    expect(api.emulator.requests.at(-1)).to.include({ status: 503, carriedOut: true, fault: "status" });
  });

  it("reset the connection before the change", async () => {
    api.emulator.fault({ kind: "reset" });

    const { code } = await failure(create());

    expect([code, count()]).to.deep.equal(["ECONNRESET", 0]);
    expect(api.emulator.requests.at(-1)).to.include({ carriedOut: false }).and.not.have.property("status");
  });

  it("reset the connection after the change", async () => {
    api.emulator.fault({ kind: "reset", moment: "after" });

    const { code } = await failure(create());

    expect([code, count()]).to.deep.equal(["ECONNRESET", 1]);
  });

  it("cut off the body", async () => {
    api.emulator.fault({ kind: "truncated" });

    const { message } = await failure(create());

    expect(message).to.equal("terminated");
    expect(count()).to.equal(1);
  });

  it("answer an HTML page, or 200 without a body", async () => {
    api.emulator.fault({ kind: "html", status: 502 });
    api.emulator.fault({ kind: "empty" });

    const [html, empty] = [await api.get(groups), await api.get(groups)];

    expect([html.status, html.headers.get("content-type"), html.text.slice(0, 9)]).to.deep.equal([
      502,
      "text/html; charset=utf-8",
      "<!DOCTYPE",
    ]);
    expect([empty.status, empty.text]).to.deep.equal([200, ""]);
  });

  it("leave a refusal as it is, where the answer to what was carried out is empty", async () => {
    api.emulator.fault({ kind: "empty", moment: "after", times: "always" });

    const made = await create();
    const refused = await api.delete(`${groups}/eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee`);

    expect([made.status, made.text]).to.deep.equal([200, ""]);
    expect(refused.status).to.equal(404);
  });

  it("answer late on the emulator's clock", async () => {
    api.emulator.fault({ kind: "slow", delayMs: 30_000 });

    const answer = await create();

    expect(answer.status).to.equal(200);
    expect(api.clock.sleeps).to.deep.equal([30_000]);
  });

  it("never answer", async () => {
    api.emulator.fault({ kind: "never" });
    const abort = new AbortController();

    const waiting = api.get(groups, { signal: abort.signal });
    while (api.emulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();

    expect((await failure(waiting)).message).to.include("aborted");
    expect(api.emulator.requests[0]).not.to.have.property("status");
  });

  it("hit from the n-th match on, as often as asked, and are counted", async () => {
    api.emulator.fault({ path: "/environmentmanagement/**", nth: 2, times: 2, kind: "status", status: 500 });

    const statuses = [];
    for (let request = 0; request < 4; request += 1) statuses.push((await api.get(groups)).status);

    expect(statuses).to.deep.equal([200, 500, 500, 200]);
    expect(api.emulator.faults[0]).to.include({ matched: 4, hit: 2 });
  });

  it("match a glob, a regular expression or nothing else", async () => {
    api.emulator.fault({ path: `${groups}/*`, kind: "status", status: 500, times: "always" });
    api.emulator.fault({ path: /PROVISIONING\/loc/, kind: "status", status: 501 });

    const answers = [
      await api.get(groups),
      await api.get(`${groups}/12345678-1234-4234-8234-123456789abc`),
      await api.get("/environmentmanagement/provisioning/locations"),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([200, 500, 501]);
  });

  it("are gone when they are cleared, and refused when they are none", async () => {
    api.emulator.fault({ kind: "status", status: 500, times: "always" });
    api.emulator.clearFaults();

    expect((await api.get(groups)).status).to.equal(200);
    expect(() => api.emulator.fault({ kind: "explode" } as never)).to.throw("Not a fault");
  });
});

describe("latency of the emulator", () => {
  const api = withEmulator({ latencyMs: 250 });

  it("passes on the emulator's clock before each request", async () => {
    await api.get(groups);

    expect(api.clock.sleeps).to.deep.equal([250]);
  });
});

describe("the request log of the emulator", () => {
  const api = withEmulator();

  it("has what was asked and answered, without the token", async () => {
    await api.post(`${groups}/`, body);

    const [entry] = api.emulator.requests;

    expect(entry).to.deep.include({
      number: 1,
      at: "2026-01-01T00:00:00.000Z",
      method: "POST",
      path: `${groups}/`,
      query: { "api-version": "2024-10-01" },
      route: groups,
      operationId: "createEnvironmentGroup",
      body,
      status: 200,
      carriedOut: true,
    });
    expect(entry?.headers.authorization).to.equal("(redacted)");
    expect(JSON.stringify(api.emulator.requests)).not.to.include(api.emulator.token().slice(0, 20));
  });

  it("tells writes from reads and can be cleared", async () => {
    await api.get(groups);
    await api.post(groups, body);

    const writes = api.emulator.writes.map(({ method }) => method);
    api.emulator.clearRequests();

    expect(writes).to.deep.equal(["POST"]);
    expect(api.emulator.requests).to.deep.equal([]);
    expect(valueOf(await api.get(groups))).to.have.length(2);
  });
});
