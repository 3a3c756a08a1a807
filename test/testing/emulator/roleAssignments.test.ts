import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { principal, reader, roleAssignment, tenantId } from "./bodies";
import { valueOf, withEmulator } from "./harness";

const atTenant = "/authorization/roleAssignments";
const group = `/tenants/${tenantId}/environmentGroups/${seeded.groupId}`;
const atGroup = `/authorization/environmentGroups/${seeded.groupId}/roleAssignments`;
const environment = `/tenants/${tenantId}/environments/${seeded.managedEnvironmentId}`;
const atEnvironment = `/authorization/environments/${seeded.managedEnvironmentId}/roleAssignments`;

describe("role assignments of the emulator", () => {
  const api = withEmulator();

  it("are created with 200 and the bare assignment, filled by the server", async () => {
    const answer = await api.post(atTenant, roleAssignment());

    expect(answer.status).to.equal(200);
    expect(answer.body).to.deep.include({
      scope: `/tenants/${tenantId}`,
      principalObjectId: principal,
      createdByPrincipalType: "User",
      createdByPrincipalObjectId: seeded.ownerId,
      createdOn: "2026-01-01T00:00:00Z",
      expiresOn: null,
    });
    expect(answer.body.roleAssignmentId).to.be.a("string");
  });

  it("are stored twice when sent twice", async () => {
    await api.post(atTenant, roleAssignment());
    await api.post(atTenant, roleAssignment());

    expect(valueOf(await api.get(atTenant))).to.have.length(2);
  });

  it("are listed at exactly the scope they were made at", async () => {
    await api.post(atTenant, roleAssignment());
    await api.post(atGroup, roleAssignment(group));
    await api.post(atEnvironment, roleAssignment(environment));

    const scopes = await Promise.all([atTenant, atGroup, atEnvironment].map((path) => api.get(path)));

    expect(scopes.map((answer) => valueOf(answer).map(({ scope }) => scope))).to.deep.equal([
      [`/tenants/${tenantId}`],
      [`/tenants/${tenantId}/environmentgroups/${seeded.groupId}`],
      [environment],
    ]);
  });

  it("may be asked for in any letter case", async () => {
    await api.post(atGroup.toUpperCase(), roleAssignment(group.toUpperCase()));

    expect(valueOf(await api.get(atGroup.toLowerCase()))).to.have.length(1);
  });

  it("are refused when scope and address disagree", async () => {
    const answer = await api.post(atEnvironment, roleAssignment(`/tenants/${tenantId}`));

    expect(answer.status).to.equal(400);
    expect(answer.body.code).to.equal("WrongResourceTypeForUrlContext");
  });

  it("are refused for a principal type outside the enumeration, naming the member", async () => {
    const answer = await api.post(atTenant, roleAssignment(undefined, { principalType: "ServicePrincipal" }));

    expect(answer.status).to.equal(400);
    expect(answer.body.message).to.include("principalType").and.include("ApplicationUser");
  });

  it("are refused for a user name in place of an object id", async () => {
    const answer = await api.post(atTenant, roleAssignment(undefined, { principalObjectId: "ann@contoso.example" }));

    expect(answer.status).to.equal(400);
    expect(answer.body.message).to.include("principalObjectId");
  });

  it("are refused for an unknown role definition", async () => {
    const answer = await api.post(atTenant, roleAssignment(undefined, { roleDefinitionId: principal }));

    expect(answer.status).to.equal(400);
    expect(answer.body.code).to.equal("RoleDefinitionDoesNotExist");
  });

  it("are refused at an unknown environment or group with the inner code of each", async () => {
    const unknown = "12345678-1234-4234-8234-123456789abc";

    const [byEnvironment, byGroup] = await Promise.all([
      api.post(
        `/authorization/environments/${unknown}/roleAssignments`,
        roleAssignment(`/tenants/${tenantId}/environments/${unknown}`),
      ),
      api.post(
        `/authorization/environmentGroups/${unknown}/roleAssignments`,
        roleAssignment(`/tenants/${tenantId}/environmentGroups/${unknown}`),
      ),
    ]);

    expect([byEnvironment.status, byGroup.status]).to.deep.equal([400, 400]);
    expect(byEnvironment.body).to.deep.include({
      code: "EndpointInvalid",
      innererror: { code: "EnvironmentIdInvalid" },
    });
    expect(byGroup.body).to.deep.include({
      code: "EndpointInvalid",
      innererror: { code: "EnvironmentGroupIdInvalid" },
    });
    expect((await api.get(`/authorization/environments/${unknown}/roleAssignments`)).status).to.equal(404);
  });

  it("are deleted with 200 and the deleted assignment, and then are missing", async () => {
    const { body } = await api.post(atTenant, roleAssignment());
    const path = `${atTenant}/${String(body.roleAssignmentId).toUpperCase()}`;

    const [first, second] = [await api.delete(path), await api.delete(path)];

    expect(first.status).to.equal(200);
    expect(first.body).to.deep.equal(body);
    expect(second.status).to.equal(404);
    expect(second.body.code).to.equal("RoleAssignmentNotFound");
  });

  it("are not found under another scope's path", async () => {
    const { body } = await api.post(atEnvironment, roleAssignment(environment));

    const answer = await api.delete(`${atTenant}/${String(body.roleAssignmentId)}`);

    expect(answer.status).to.equal(404);
    expect(valueOf(await api.get(atEnvironment))).to.have.length(1);
  });

  it("are refused for a principal that Entra does not know", async () => {
    api.emulator.configure({ knownPrincipals: ["99999999-0000-4000-8000-000000000000"] });

    const answer = await api.post(atTenant, roleAssignment());

    expect(answer.status).to.equal(400);
    expect(answer.body.code).to.equal("PrincipalDoesNotExist");
  });

  it("tell which permissions a principal holds on an environment", async () => {
    await api.post(atTenant, roleAssignment());

    const answer = await api.post(
      `/authorization/environments/${seeded.managedEnvironmentId}/checkPrincipalPermissionForScope`,
      {
        PrincipalObjectId: principal,
        Permissions: ["Licensing.BillingPolicies.Read", "Licensing.BillingPolicies.ReadWrite"],
      },
    );

    expect(valueOf(answer).map(({ isAllowed }) => isAllowed)).to.deep.equal([true, false]);
  });

  it("name the four built-in roles", async () => {
    const definitions = valueOf(await api.get("/authorization/roleDefinitions"));

    expect(definitions).to.have.length(4);
    expect(definitions.map(({ roleDefinitionId }) => roleDefinitionId)).to.include(reader);
  });
});

describe("role assignments that propagate", () => {
  const api = withEmulator();

  it("are refused at a new group for so many attempts, and listed as 404", async () => {
    api.emulator.configure({ propagation: { scopes: { attempts: 2 } } });
    const { body } = await api.post("/environmentmanagement/environmentGroups", { displayName: "Sales" });
    const path = `/authorization/environmentGroups/${String(body.id)}/roleAssignments`;
    const wanted = roleAssignment(`/tenants/${tenantId}/environmentGroups/${String(body.id)}`);

    const created = await api.post(path, wanted);
    const listed = await api.get(path);
    const again = await api.post(path, wanted);

    expect([created.status, listed.status, again.status]).to.deep.equal([400, 404, 200]);
    expect(created.body.innererror).to.deep.equal({ code: "EnvironmentGroupIdInvalid" });
  });

  it("are refused at a new environment until the clock has moved on", async () => {
    api.emulator.configure({ propagation: { scopes: { ms: 60_000 } } });
    const { id } = api.emulator.tenant.environments.add({ displayName: "New" });
    const path = `/authorization/environments/${id}/roleAssignments`;
    const wanted = roleAssignment(`/tenants/${tenantId}/environments/${id}`);

    const early = await api.post(path, wanted);
    api.clock.advance(60_000);
    const late = await api.post(path, wanted);

    expect([early.status, late.status]).to.deep.equal([400, 200]);
  });

  it("are left out of so many lists after they were created", async () => {
    api.emulator.configure({ propagation: { assignments: { attempts: 2 } } });
    await api.post(atTenant, roleAssignment());

    const counts = [];
    for (let list = 0; list < 3; list += 1) counts.push(valueOf(await api.get(atTenant)).length);

    expect(counts).to.deep.equal([0, 0, 1]);
  });

  it("are refused until a new principal is visible", async () => {
    api.emulator.configure({ propagation: { principals: { attempts: 1 } } });

    const [early, late] = [await api.post(atTenant, roleAssignment()), await api.post(atTenant, roleAssignment())];

    expect([early.status, late.status]).to.deep.equal([400, 200]);
    expect(early.body.code).to.equal("PrincipalDoesNotExist");
  });
});

describe("role assignments as documented", () => {
  const api = withEmulator({ answers: "documented" });

  it("are created with 201 in `value` and deleted with 204", async () => {
    const created = await api.post(atTenant, roleAssignment());
    const id = String(valueOf(created)[0]?.roleAssignmentId);

    const deleted = await api.delete(`${atTenant}/${id}`);

    expect([created.status, deleted.status, deleted.text]).to.deep.equal([201, 204, ""]);
  });
});
