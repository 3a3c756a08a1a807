import { get } from "node:http";
import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { billingPolicy } from "./bodies";
import type { Answered } from "./harness";
import { withEmulator } from "./harness";

const groups = "/environmentmanagement/environmentGroups";

describe("the control surface of the emulator", () => {
  const api = withEmulator();
  const control = (method: string, path: string, body?: unknown): Promise<Answered> =>
    api.ask(method, `/_emulator${path}`, { token: null, version: null, body });

  it("tells address, tenant and environment variables", async () => {
    const { body } = await control("GET", "/");

    expect(body).to.include({ url: api.emulator.url, tenantId: api.emulator.tenantId });
    expect(body.env).to.have.property("POWER_PLATFORM_ACCESS_TOKEN");
  });

  it("answers the whole tenant and takes it back as a seed", async () => {
    const { body } = await control("GET", "/snapshot");
    await api.delete(`${groups}/${seeded.groupId}`);

    await control("PUT", "/seed", body);

    expect((await api.get(`${groups}/${seeded.groupId}`)).status).to.equal(200);
    expect(api.emulator.snapshot()).to.deep.equal(body);
  });

  it("goes back to the start on reset", async () => {
    await api.post(groups, { displayName: "Sales" });
    await control("PATCH", "/settings", { pageSize: 1 });
    await control("POST", "/faults", { kind: "status", status: 500 });

    await control("POST", "/reset");

    expect(api.emulator.tenant.environmentGroups.list()).to.have.length(1);
    expect(api.emulator.settings.pageSize).to.equal(0);
    expect([api.emulator.faults, api.emulator.requests]).to.deep.equal([[], []]);
  });

  it("reads and clears the request log, in which it does not appear", async () => {
    await api.get(groups);

    const { text } = await control("GET", "/requests");
    await control("DELETE", "/requests");

    expect((JSON.parse(text) as unknown[]).length).to.equal(1);
    expect(api.emulator.requests).to.deep.equal([]);
  });

  it("takes faults and lists them with their counts", async () => {
    const { status } = await control("POST", "/faults", {
      operationId: "listEnvironmentGroups",
      kind: "status",
      status: 503,
    });
    const answer = await api.get(groups);

    const { text } = await control("GET", "/faults");
    await control("DELETE", "/faults");

    expect([status, answer.status]).to.deep.equal([201, 503]);
    expect((JSON.parse(text) as object[])[0]).to.include({ matched: 1, hit: 1, kind: "status" });
    expect(api.emulator.faults).to.deep.equal([]);
  });

  it("changes stored objects behind the client's back", async () => {
    const path = `/tenant/environmentGroups/${seeded.groupId}`;

    const added = await control("POST", "/tenant/environmentGroups", { displayName: "Sales" });
    const patched = await control("PATCH", path, { displayName: "Money", description: null });
    const read = await api.get(`${groups}/${seeded.groupId}`);
    const removed = await control("DELETE", path);

    expect([added.status, patched.status, removed.status]).to.deep.equal([201, 200, 204]);
    expect(read.body).to.include({ displayName: "Money" }).and.not.have.property("description");
    expect((await control("GET", path)).status).to.equal(404);
  });

  it("finds a link by the ids of policy and environment", async () => {
    const { body } = await api.post("/licensing/billingPolicies", billingPolicy());
    const link = { billingPolicyId: body.id, environmentId: seeded.sandboxEnvironmentId };
    await control("POST", "/tenant/billingPolicyEnvironments", link);

    const found = await control("GET", `/tenant/billingPolicyEnvironments/${String(body.id)}/${link.environmentId}`);

    expect(found.body).to.deep.equal(link);
  });

  it("makes tokens for any role", async () => {
    const { body } = await control("POST", "/tokens", { roles: ["reader"] });

    const answer = await api.post(groups, { displayName: "x" }, { token: String(body.accessToken) });

    expect(answer.status).to.equal(403);
  });

  it("refuses what it does not understand with 400 and a reason", async () => {
    const answers = [
      await control("PATCH", "/settings", { pagesize: 1 }),
      await control("POST", "/faults", { kind: "explode" }),
      await control("GET", "/tenant/teapots"),
      await control("PUT", "/seed", "{ not json"),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([400, 400, 400, 400]);
    expect(answers[0]?.text).to.include("pagesize");
  });

  it("answers no web page and no other host name", async () => {
    const page = await api.ask("GET", "/_emulator/snapshot", { headers: { origin: "https://evil.example" } });
    const rebound = await statusWithHost(`${api.emulator.url}/_emulator/snapshot`, "evil.example");

    expect([page.status, rebound]).to.deep.equal([403, 403]);
  });
});

/** fetch does not let the Host header be set. */
const statusWithHost = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on("error", reject);
  });
