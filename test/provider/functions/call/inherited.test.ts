import { expect } from "chai";
import { ValidationError } from "../../../../provider/errors";
import { roleAssignments } from "../../../../provider/functions/authorization/roleAssignments";
import type { Values } from "../../../../provider/declare/plainValues";
import { ask as askTenant } from "../../../../provider/functions/call/ask";
import { createRuntime } from "../../../../provider/runtime/createRuntime";
import { Emulator, seeded } from "../../../../testing/emulator";
import { fakeClock } from "../../../fakeClock";
import { failure } from "../../transport/failure";

const user = "abababab-abab-4bab-8bab-abababababab";
const team = "acacacac-acac-4cac-8cac-acacacacacac";
const environment = `/environments/${seeded.managedEnvironmentId}`;

describe("getRoleAssignments with inherited", () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await Emulator.start({ clock: fakeClock() });
    const { environments, principals, roleAssignments: assignments } = emulator.tenant;
    environments.update(seeded.managedEnvironmentId, { environmentGroupId: seeded.groupId });
    principals.add({ id: user, type: "User", roles: [], memberOf: [team] });
    const root = `/tenants/${emulator.tenantId}`;
    for (const scope of [root, `${root}/environmentgroups/${seeded.groupId}`, `${root}${environment}`])
      assignments.add({ scope, principalType: "User", principalObjectId: user });
    assignments.add({ scope: root, principalType: "Group", principalObjectId: team });
  });

  afterEach(async () => {
    await emulator.close();
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  const ask = (args: Values): Promise<Values[]> => {
    const { context, configuredTenantId } = createRuntime(
      { get: () => undefined },
      { env: emulator.env(), clock: fakeClock(), warn: () => Promise.resolve(), log: () => undefined },
    );
    return askTenant(roleAssignments, args, context, { tenantId: configuredTenantId });
  };
  const scopesOf = (items: readonly Values[]): string[] =>
    items.map(({ scope }) => String(scope).replace(`/tenants/${emulator.tenantId}`, "") || "tenant");
  const asked = (): (string | undefined)[] => emulator.requests.map(({ operationId }) => operationId);

  it("answers what holds in an environment wherever it was given", async () => {
    const items = await ask({ scope: environment, inherited: true, principalType: "User" });

    expect(scopesOf(items)).to.have.members(["tenant", `/environmentgroups/${seeded.groupId}`, environment]);
    expect(asked()).to.deep.equal(["queryEnvironmentRoleAssignments"]);
    expect(emulator.writes).to.deep.equal([]);
  });

  it("answers the list of exactly the scope without it, or when it is false", async () => {
    for (const more of [{}, { inherited: false }]) {
      expect(scopesOf(await ask({ scope: environment, ...more }))).to.deep.equal([environment]);
    }
    expect(asked()).to.deep.equal(["listEnvironmentRoleAssignments", "listEnvironmentRoleAssignments"]);
  });

  it("sends the switches and the principal in camelCase, spelled as the service writes them", async () => {
    await ask({
      scope: "tenant",
      inherited: true,
      principalType: "applicationuser",
      principalObjectId: user.toUpperCase(),
    });

    expect(emulator.requests[0]?.operationId).to.equal("queryTenantRoleAssignments");
    expect(emulator.requests[0]?.body).to.deep.equal({
      principalObjectId: user,
      principalType: "ApplicationUser",
      includeParentScopes: true,
      expandEnvironmentGroups: true,
      expandSecurityGroups: true,
      includeVirtualEntraRoleAssignments: true,
    });
  });

  it("answers of a principal also what its security groups hold", async () => {
    const items = await ask({ scope: environment, inherited: true, principalObjectId: user });

    expect(items.map(({ principalType }) => principalType).sort()).to.deep.equal(["Group", "User", "User", "User"]);
  });

  it("marks what an Entra role gives by its source; it has no id", async () => {
    emulator.tenant.principals.update(user, { entraRoles: ["Power Platform Administrator"] });

    const items = await ask({ scope: "tenant", inherited: true, principalObjectId: user });

    const virtual = items.filter(({ roleAssignmentId }) => roleAssignmentId === undefined);
    expect(virtual.map(({ source }) => source)).to.deep.equal(["EntraRole:Power Platform Administrator"]);
    expect(items.filter(({ source }) => source === "RoleAssignment")).to.have.length(2);
  });

  it("keeps the filter by role, which the search does not have", async () => {
    expect(await ask({ scope: environment, inherited: true, roleDefinitionId: "owner" })).to.deep.equal([]);
    expect(await ask({ scope: environment, inherited: true, roleDefinitionId: "reader" })).to.have.length(4);
  });

  it("reads every page, sending the same question again", async () => {
    emulator.configure({ pageSize: 1 });

    expect(await ask({ scope: environment, inherited: true })).to.have.length(4);
    expect(asked()).to.deep.equal(Array(4).fill("queryEnvironmentRoleAssignments"));
    expect(new Set(emulator.requests.map(({ body }) => JSON.stringify(body)))).to.have.property("size", 1);
  });

  for (const fault of [
    { kind: "status", status: 503 },
    { kind: "reset", moment: "after" },
    { kind: "truncated" },
  ] as const) {
    it(`asks again after ${fault.kind}: a POST that only reads is safe to repeat`, async () => {
      emulator.fault({ operationId: "queryEnvironmentRoleAssignments", ...fault });

      expect(await ask({ scope: environment, inherited: true })).to.have.length(4);
      expect(asked()).to.have.length(2);
    });
  }

  it("is refused at an environment group before anything is sent, with the way out", async () => {
    const error = await failure(ask({ scope: `/environmentGroups/${seeded.groupId}`, inherited: true }));

    expect(error).to.be.instanceOf(ValidationError);
    expect(error.message).to.include("inherited has no search at an environment group");
    expect(emulator.requests).to.deep.equal([]);
  });

  it("says who may not ask, like the list", async () => {
    const { id } = emulator.tenant.principals.add({ roles: [] });
    const env = { ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN: emulator.token({ principalId: id }) };
    const { context } = createRuntime(
      { get: () => undefined },
      { env, clock: fakeClock(), warn: () => Promise.resolve(), log: () => undefined },
    );

    const error = await failure(
      askTenant(roleAssignments, { scope: environment, inherited: true }, context, { tenantId: undefined }),
    );

    expect(error.message).to.include("It needs the permission Authorization.RoleAssignments.Read");
  });
});

describe("a function that names another tenant", () => {
  const other = "99999999-0000-4000-8000-000000000009";

  for (const args of [
    { scope: `/tenants/${other}` },
    { scope: `/tenants/${other}/environments/abc` },
    { scope: `/tenants/${other}`, inherited: true },
  ]) {
    it(`is refused once the token says which tenant it is for: ${JSON.stringify(args)}`, async () => {
      const emulator = await Emulator.start({ clock: fakeClock() });
      const env = { ...emulator.env(), POWER_PLATFORM_TENANT_ID: "" };
      const { context, configuredTenantId } = createRuntime(
        { get: () => undefined },
        { env, clock: fakeClock(), warn: () => Promise.resolve(), log: () => undefined },
      );

      const error = await failure(askTenant(roleAssignments, args, context, { tenantId: configuredTenantId }));
      await emulator.close();

      expect(configuredTenantId).to.equal(undefined);
      expect(error).to.be.instanceOf(ValidationError);
      expect(error.message).to.include(`is a scope of tenant ${other}`);
      expect(emulator.requests).to.deep.equal([]);
    });
  }

  it("is answered where it names the tenant that is asked", async () => {
    const emulator = await Emulator.start({ clock: fakeClock() });
    const env = { ...emulator.env(), POWER_PLATFORM_TENANT_ID: "" };
    const { context } = createRuntime(
      { get: () => undefined },
      { env, clock: fakeClock(), warn: () => Promise.resolve(), log: () => undefined },
    );

    const items = await askTenant(roleAssignments, { scope: `/tenants/${emulator.tenantId}` }, context, {
      tenantId: undefined,
    });
    await emulator.close();

    expect(items).to.deep.equal([]);
  });
});
