import { expect } from "chai";
import { createApi } from "../../../provider/transport";
import { failure } from "../../provider/transport/failure";
import type { RoleName } from "../../../testing/emulator";
import { seeded } from "../../../testing/emulator";
import { billingPolicy, principal, roleAssignment, tenantId } from "./bodies";
import { withEmulator } from "./harness";

const groups = "/environmentmanagement/environmentGroups";
const policies = "/licensing/billingPolicies";
const assignments = "/authorization/roleAssignments";

describe("signing in to the emulator", () => {
  const api = withEmulator();

  it("is demanded with 401 and a bearer challenge", async () => {
    const answer = await api.get(groups, { token: null });

    expect(answer.status).to.equal(401);
    expect(answer.headers.get("www-authenticate")).to.match(/^Bearer /);
    expect(answer.body.code).to.equal("Unauthorized");
  });

  it("answers 401 without a body in licensing", async () => {
    const answer = await api.get(policies, { token: null });

    expect([answer.status, answer.text]).to.deep.equal([401, ""]);
  });

  it("refuses a token of somebody else, of another tenant, of another audience, and a stale one", async () => {
    const { emulator } = api;
    const [head = "", , signature = ""] = emulator.token().split(".");
    const forged = [head, Buffer.from("{}").toString("base64url"), signature].join(".");
    const tokens = [
      "nonsense",
      forged,
      emulator.token({ audience: "https://graph.microsoft.com" }),
      emulator.token({ lifetimeSeconds: -1 }),
    ];

    const answers = await Promise.all(tokens.map((token) => api.get(groups, { token })));

    expect(answers.map(({ status }) => status)).to.deep.equal([401, 401, 401, 401]);
    expect(answers.map(({ body }) => body.message)).to.deep.equal([
      "The access token is not one of this tenant.",
      "The access token is not one of this tenant.",
      "The access token is for another audience, https://graph.microsoft.com.",
      "The access token has expired.",
    ]);
  });

  it("ends when the token has expired on the emulator's clock", async () => {
    const token = api.emulator.token({ lifetimeSeconds: 60 });

    const early = await api.get(groups, { token });
    api.clock.advance(60_000);
    const late = await api.get(groups, { token });

    expect([early.status, late.status]).to.deep.equal([200, 401]);
  });
});

describe("roles in the emulator", () => {
  const api = withEmulator();
  const withRoles = (...roles: RoleName[]): { token: string } => ({ token: api.emulator.token({ roles }) });
  const statuses = async (ask: { token: string }): Promise<number[]> => {
    const answers = [
      await api.get(groups, ask),
      await api.post(groups, { displayName: "x" }, ask),
      await api.post(assignments, roleAssignment(), ask),
      await api.delete(`${assignments}/12345678-1234-4234-8234-123456789abc`, ask),
    ];
    return answers.map(({ status }) => status);
  };

  it("let an owner do everything", async () => {
    expect(await statuses(withRoles("owner"))).to.deep.equal([200, 200, 200, 404]);
  });

  it("keep a contributor from role assignments", async () => {
    expect(await statuses(withRoles("contributor"))).to.deep.equal([200, 200, 403, 403]);
  });

  it("keep a reader from every change", async () => {
    expect(await statuses(withRoles("reader"))).to.deep.equal([200, 403, 403, 403]);
  });

  it("let an administrator of role assignments change those alone", async () => {
    expect(await statuses(withRoles("role-based access control administrator"))).to.deep.equal([200, 403, 200, 404]);
  });

  it("leave somebody without a role the environment list alone", async () => {
    const ask = withRoles();

    expect(await statuses(ask)).to.deep.equal([403, 403, 403, 403]);
    expect((await api.get("/environmentmanagement/environments", ask)).status).to.equal(200);
  });

  it("come from role assignments too, at the scope that was granted", async () => {
    const { id } = api.emulator.tenant.principals.add({ roles: [] });
    const token = api.emulator.token({ principalId: id });
    const scope = `/tenants/${tenantId}/environmentgroups/${seeded.groupId}`;
    await api.post(
      `/authorization/environmentGroups/${seeded.groupId}/roleAssignments`,
      roleAssignment(scope, { principalObjectId: id }),
    );

    const [inside, outside] = [
      await api.get(`${groups}/${seeded.groupId}`, { token }),
      await api.get(groups, { token }),
    ];

    expect([inside.status, outside.status]).to.deep.equal([200, 403]);
  });

  it("refuse in the shape of the namespace", async () => {
    const ask = withRoles("reader");

    const [group, policy] = [
      await api.post(groups, { displayName: "x" }, ask),
      await api.post(policies, billingPolicy(), ask),
    ];

    expect(group.body).to.deep.equal({ error: { code: "Forbidden", message: "Access denied" } });
    expect([policy.status, policy.text]).to.deep.equal([403, ""]);
  });

  it("refuse in the words of BAP, or with the flat code of delegated permissions, when told to", async () => {
    const ask = withRoles("reader");
    api.emulator.configure({ forbidden: "bap" });
    const bap = await api.post(policies, billingPolicy(), ask);
    api.emulator.configure({ forbidden: "insufficientDelegatedPermissions" });
    const flat = await api.post(groups, { displayName: "x" }, ask);

    expect(bap.text).to.match(/The service principal with id '.*' .* does not have permission to access the path/);
    expect(flat.body).to.deep.include({
      code: "Forbidden",
      innererror: {
        code: "InsufficientDelegatedPermissions",
        message: "One of these permissions would do: [EnvironmentManagement.Groups.ReadWrite, All.All.ReadWrite]",
      },
    });
  });

  it("refuse a user's token without the delegated permission, before they look for the object", async () => {
    const token = api.emulator.token({ permissions: ["EnvironmentManagement.Environments.Read"] });

    const [read, unknown, write, free] = [
      await api.get(groups, { token }),
      await api.get(`${groups}/12345678-1234-4234-8234-123456789abc`, { token }),
      await api.post(groups, { displayName: "x" }, { token }),
      await api.get("/environmentmanagement/environments", { token }),
    ];

    expect([read, unknown, write, free].map(({ status }) => status)).to.deep.equal([403, 403, 403, 200]);
    expect(read.text).to.include(
      "[EnvironmentManagement.Groups.Read, EnvironmentManagement.Groups.ReadWrite, All.All.ReadWrite]",
    );
    expect(write.text).to.include("[EnvironmentManagement.Groups.ReadWrite, All.All.ReadWrite]");
  });

  it("let in a member of a security group that holds the role", async () => {
    const { id } = api.emulator.tenant.principals.add({ type: "User", roles: [], memberOf: [principal] });
    const token = api.emulator.token({ principalId: id });
    const before = await api.get(groups, { token });
    await api.post("/authorization/roleAssignments", roleAssignment(undefined, { principalType: "Group" }));

    const after = await api.get(groups, { token });

    expect([before.status, after.status]).to.deep.equal([403, 200]);
  });
});

describe("the gateway of the emulator", () => {
  const api = withEmulator();

  it("refuses a missing api-version and names the supported ones for an unknown one", async () => {
    const [missing, unknown] = [
      await api.get(groups, { version: null }),
      await api.get(groups, { version: "1999-01-01" }),
    ];

    expect([missing.status, unknown.status]).to.deep.equal([400, 400]);
    expect(missing.text).to.include("api-version");
    expect(unknown.body).to.deep.equal({
      code: "ApiVersionInvalid",
      message:
        "API version 1999-01-01 is not supported. Supported API versions are: 2024-10-01, 2026-05-01-preview, 2022-03-01-preview, 2021-10-01-preview",
      innererror: { code: "ApiVersionUnsupported" },
    });
  });

  it("takes every version that the service takes", async () => {
    const versions = ["2024-10-01", "2026-05-01-preview", "2022-03-01-preview", "2021-10-01-preview", "1"];

    const answers = await Promise.all(versions.map((version) => api.get(groups, { version })));

    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200]);
  });

  it("answers RouteNotFound for what the contract does not have and what is not implemented", async () => {
    const answers = await Promise.all(
      ["/nothing", "/governance/crossTenantConnectionReports", `${assignments}/1`].map((path) => api.get(path)),
    );

    expect(answers.map(({ status, body }) => [status, body.code])).to.deep.equal(Array(3).fill([404, "RouteNotFound"]));
  });

  it("sets a correlation id on every answer", async () => {
    const answers = await Promise.all([
      api.get(groups),
      api.get(groups, { token: null }),
      api.get("/nothing"),
      api.get(groups, { version: null }),
      api.get("/common/discovery/instance"),
      api.get("/%zz"),
    ]);

    for (const { headers } of answers) expect(headers.get("x-ms-correlation-id")).to.be.a("string");
  });

  it("takes a content type without a body, as some clients send it", async () => {
    const path = `/environmentmanagement/environmentGroups/${seeded.groupId}/addEnvironment/${seeded.managedEnvironmentId}`;
    api.emulator.configure({ provisioning: { operations: 0 } });

    const answers = [
      await api.post(path, undefined, { headers: { "content-type": "application/json" } }),
      await api.post(path, undefined, { headers: { "content-type": "application/x-www-form-urlencoded" } }),
      await api.delete(`${groups}/12345678-1234-4234-8234-123456789abc`, {
        headers: { "content-type": "application/json" },
      }),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([202, 202, 404]);
  });

  it("tells a fault of its own as one, with a status that no client repeats, and records it", async () => {
    api.emulator.tenant.environmentGroups.list = () => {
      throw new Error("out of paper");
    };

    const answer = await api.get(groups);
    const [violation] = api.emulator.contractViolations.splice(0);

    expect([answer.status, answer.body.code]).to.deep.equal([501, "EmulatorFault"]);
    expect(answer.body.message).to.equal(
      "A fault of the emulator, not of the service: listEnvironmentGroups failed: out of paper",
    );
    expect(violation).to.deep.include({ operationId: "listEnvironmentGroups", problems: ["out of paper"] });
  });

  it("is told by the provider as a fault of the emulator, asked once", async () => {
    const token = api.emulator.token();
    const tokens = { getToken: () => Promise.resolve(token) };
    const client = createApi({ endpoint: api.emulator.url, clock: api.clock, tokens });
    api.emulator.tenant.environmentGroups.list = () => {
      throw new Error("out of paper");
    };

    const error = await failure(client.send({ method: "GET", path: groups, query: { "api-version": "2024-10-01" } }));
    api.emulator.contractViolations.splice(0);

    expect(error.message)
      .to.include("A fault of the emulator, not of the service: listEnvironmentGroups failed: out of paper")
      .and.include("code EmulatorFault");
    expect(api.emulator.requests).to.have.length(1);
  });

  it("tells an exception outside of its operations as a fault of its own too", async () => {
    api.emulator.configure({ latencyMs: 1 });
    api.clock.sleep = () => Promise.reject(new Error("out of ink"));

    const answer = await api.get(groups);
    const [violation] = api.emulator.contractViolations.splice(0);

    expect([answer.status, answer.body.code]).to.deep.equal([501, "EmulatorFault"]);
    expect(violation?.problems).to.deep.equal(["out of ink"]);
  });

  it("answers 404 RouteNotFound for what the contract has and it does not serve, by name", async () => {
    const answers = [
      await api.get("/licensing/entitlements/MCSMessages/licenses"),
      await api.get("/governance/crossTenantConnectionReports"),
      await api.post("/resourcequery/resources/query", {}),
      await api.get("/monitoringhub/alerts"),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).to.deep.equal(Array(4).fill([404, "RouteNotFound"]));
    expect(answers.map(({ body }) => body.message)).to.deep.equal([
      "The emulator does not serve getTenantLicenseTrends (GET /licensing/entitlements/{entitlementId}/licenses).",
      "The emulator does not serve listCrossTenantConnectionReports (GET /governance/crossTenantConnectionReports).",
      "The emulator does not serve queryResources (POST /resourcequery/resources/query).",
      "No route matches GET /monitoringhub/alerts.",
    ]);
  });

  it("records and tells it when an answer is not as the contract has it", async () => {
    api.emulator.tenant.environmentGroups.update(seeded.groupId, (group) => ({
      ...group,
      displayName: 7 as never,
    }));

    const answer = await api.get(groups);
    const [violation] = api.emulator.contractViolations.splice(0);

    expect([answer.status, answer.body.code]).to.deep.equal([501, "EmulatorContractViolation"]);
    expect(violation?.problems.join()).to.include("displayName");
  });

  it("refuses a body that is not JSON and a query parameter that the contract does not have", async () => {
    const [body, query] = [await api.post(groups, "{ not json"), await api.get(`${groups}?colour=blue`)];

    expect([body.status, query.status]).to.deep.equal([400, 400]);
    expect(query.text).to.include("colour");
  });
});
