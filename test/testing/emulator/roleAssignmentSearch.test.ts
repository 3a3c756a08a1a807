import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { principal, roleAssignment, tenantId } from "./bodies";
import type { Answered } from "./harness";
import { valueOf, withEmulator } from "./harness";

const tenantSearch = "/authorization/listRoleAssignments";
const environmentSearch = `/authorization/environments/${seeded.managedEnvironmentId}/listRoleAssignments`;
const tenant = `/tenants/${tenantId}`;
const group = `${tenant}/environmentgroups/${seeded.groupId}`;
const environment = `${tenant}/environments/${seeded.managedEnvironmentId}`;
const securityGroup = "acacacac-acac-4cac-8cac-acacacacacac";

const scopesOf = (answer: Answered): unknown[] => valueOf(answer).map(({ scope }) => scope);

describe("the search of role assignments", () => {
  const api = withEmulator();

  beforeEach(() => {
    const { environments, roleAssignments } = api.emulator.tenant;
    environments.update(seeded.managedEnvironmentId, { environmentGroupId: seeded.groupId });
    for (const scope of [tenant, group, environment])
      roleAssignments.add({ ...roleAssignment(scope), principalType: "User" });
  });

  it("answers its own scope alone without switches", async () => {
    const [atTenant, atEnvironment] = [await api.post(tenantSearch, {}), await api.post(environmentSearch, {})];

    expect(scopesOf(atTenant)).to.deep.equal([tenant]);
    expect(scopesOf(atEnvironment)).to.deep.equal([environment]);
  });

  it("takes in the tenant, the group of the environment and what is below, each with its switch", async () => {
    const answers = [
      await api.post(environmentSearch, { includeParentScopes: true }),
      await api.post(environmentSearch, { expandEnvironmentGroups: true }),
      await api.post(environmentSearch, { includeParentScopes: true, expandEnvironmentGroups: true }),
      await api.post(tenantSearch, { includeNestedScopes: true }),
    ];

    expect(answers.map(scopesOf)).to.deep.equal([
      [tenant, environment],
      [group, environment],
      [tenant, group, environment],
      [tenant, group, environment],
    ]);
  });

  it("searches at the scope of the body in place of that of the address", async () => {
    expect(scopesOf(await api.post(tenantSearch, { scope: environment }))).to.deep.equal([environment]);
  });

  it("says of each row where it comes from, and has no end time", async () => {
    const [row] = valueOf(await api.post(tenantSearch, {}));

    expect(row).to.include({ source: "RoleAssignment", principalObjectId: principal });
    expect(row).not.to.have.property("expiresOn");
  });

  it("takes in what the security groups of the principal hold when asked to", async () => {
    api.emulator.tenant.principals.add({ id: principal, type: "User", roles: [], memberOf: [securityGroup] });
    api.emulator.tenant.roleAssignments.add({
      ...roleAssignment(tenant),
      principalType: "Group",
      principalObjectId: securityGroup,
    });
    const ask = { principalObjectId: principal, principalType: "User" };

    const [own, expanded] = [
      await api.post(tenantSearch, ask),
      await api.post(tenantSearch, { ...ask, expandSecurityGroups: true }),
    ];

    expect(valueOf(own).map(({ principalType }) => principalType)).to.deep.equal(["User"]);
    expect(valueOf(expanded).map(({ principalType }) => principalType)).to.deep.equal(["User", "Group"]);
  });

  it("adds virtual rows of Entra roles only when asked to; they have no id", async () => {
    const entraRoles = ["Power Platform Administrator"];
    api.emulator.tenant.principals.update(seeded.ownerId, { entraRoles });
    const ask = { principalObjectId: seeded.ownerId };

    const [without, withThem, below] = [
      await api.post(tenantSearch, ask),
      await api.post(tenantSearch, { ...ask, includeVirtualEntraRoleAssignments: true }),
      await api.post(environmentSearch, { ...ask, includeVirtualEntraRoleAssignments: true }),
    ];

    expect(valueOf(without)).to.deep.equal([]);
    expect(valueOf(withThem)).to.have.length(1);
    expect(valueOf(withThem)[0]).to.include({
      scope: tenant,
      source: "EntraRole:Power Platform Administrator",
    });
    expect(valueOf(withThem)[0]).not.to.have.property("roleAssignmentId");
    expect(valueOf(below)).to.deep.equal([]);
  });

  it("keeps the rows whose role grants a permission", async () => {
    const granted = async (permission: string): Promise<unknown[]> =>
      scopesOf(await api.post(tenantSearch, { permission }));

    expect(await granted("Licensing.BillingPolicies.Read")).to.have.length(1);
    expect(await granted("Licensing.BillingPolicies.ReadWrite")).to.deep.equal([]);
  });

  it("takes names in any case, as Microsoft's PowerShell module sends them", async () => {
    const answer = await api.post(environmentSearch, {
      Scope: environment.toUpperCase(),
      IncludeParentScopes: true,
      PrincipalObjectId: principal.toUpperCase(),
      ExpandEnvironmentGroups: true,
    });

    expect(answer.status).to.equal(200);
    expect(valueOf(answer)).to.have.length(3);
  });

  it("pages by nextLink, to which the same body is sent again, or by the token in it", async () => {
    api.emulator.configure({ pageSize: 2 });
    const body = { includeNestedScopes: true };

    const first = await api.post(tenantSearch, body);
    const link = String(first.body.nextLink);
    const token = new URL(link).searchParams.get("continuationToken") ?? "";
    const seconds = [await api.post(link, body), await api.post(`${tenantSearch}?continuationToken=${token}`, body)];

    expect(first.body).not.to.have.property("@odata.nextLink");
    expect(scopesOf(first)).to.deep.equal([tenant, group]);
    for (const second of seconds) {
      expect(scopesOf(second)).to.deep.equal([environment]);
      expect(second.body).not.to.have.property("nextLink");
    }
  });

  it("refuses a token that is none of its own, and an environment that does not exist", async () => {
    const [token, nowhere] = [
      await api.post(`${tenantSearch}?continuationToken=abc`, {}),
      await api.post("/authorization/environments/nowhere/listRoleAssignments", {}),
    ];

    expect([token.status, nowhere.status]).to.deep.equal([400, 400]);
    expect(nowhere.text).to.include("EnvironmentIdInvalid");
  });

  it("does not exist for groups", async () => {
    const answer = await api.post(`/authorization/environmentGroups/${seeded.groupId}/listRoleAssignments`, {});

    expect([answer.status, answer.body.code]).to.deep.equal([404, "RouteNotFound"]);
  });

  it("is a read: it is not among the writes", async () => {
    await api.post(tenantSearch, {});

    expect(api.emulator.writes).to.deep.equal([]);
    expect(api.emulator.requests).to.have.length(1);
  });
});
