import { expect } from "chai";

import type { Values } from "../../../provider/declare/plainValues";
import { NotFoundError } from "../../../provider/errors";
import { functionOf } from "../../../provider/functions";
import { ask } from "../../../provider/functions/call/ask";
import { createRuntime } from "../../../provider/runtime/createRuntime";
import { Emulator, seeded } from "../../../testing/emulator";
import { fakeClock } from "../../fakeClock";
import { failure } from "../../scenarios/scenario";
import { linesOf } from "../lifecycle/advice/refused";
import { functionCases } from "./cases";

describe("functions, asked of the tenant", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start({ clock: fakeClock() });
  });
  beforeEach(() => {
    emulator.reset();
  });
  after(() => emulator.close());

  function call(name: string, args: Values, token = emulator.token()): Promise<Values | Values[]> {
    const env = { ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN: token };
    const { context, configuredTenantId } = createRuntime(
      { get: () => undefined },
      { env, clock: fakeClock(), warn: () => Promise.resolve(), log: () => undefined },
    );
    return ask(functionOf(name), args, context, { tenantId: configuredTenantId });
  }

  for (const { name, args, arrange, gives, missing } of functionCases) {
    const { permission, permissionInRoles } = functionOf(name);

    it(`${name} gives what the tenant holds, and writes nothing`, async () => {
      arrange?.(emulator);

      const answer = await call(name, args);

      const items = Array.isArray(answer) ? answer : [answer];
      expect(items).to.have.lengthOf(1);
      expect(items[0]).to.deep.include(gives);
      expect(emulator.writes).to.deep.equal([]);
      expect(emulator.contractViolations).to.deep.equal([]);
    });

    it(`${name} says which permission the caller lacks`, async () => {
      const lines = await linesOf(call(name, args, emulator.token({ roles: [] })));

      expect(lines[0]).to.match(new RegExp(`^${name}: call failed, 403 Forbidden: `));
      expect(lines[2]).to.include(permission ?? permissionInRoles ?? "a role (no permission is published)");
    });

    if (missing === undefined) continue;
    it(`${name} fails with the service's words about something that does not exist`, async () => {
      const error = await failure(call(name, missing));

      expect(error).to.be.instanceOf(NotFoundError);
      expect(error.message)
        .to.include(`${name}: call failed, 404 Not Found`)
        .and.include(String(Object.values(missing)[0]));
    });
  }

  it("read the operations of an environment page by page", async () => {
    const environmentId = `Default-${emulator.tenantId}`;
    for (const name of ["Create", "Link", "EnableManaged"])
      emulator.tenant.operations.add({ environmentId, name, status: "Succeeded" });

    const found = await call("getEnvironmentOperations", { environmentId, limit: "2" });

    expect((found as Values[]).map(({ name }) => name)).to.deep.equal(["EnableManaged", "Link", "Create"]);
    expect(emulator.requests.map(({ query }) => query.limit)).to.deep.equal(["2", "2"]);
  });

  it("answer of an environment and of settings what was selected, and always the id", async () => {
    const environmentId = `Default-${emulator.tenantId}`;
    emulator.tenant.environmentSettings.add({
      Id: environmentId,
      PowerApps_NLSearch: true,
      PowerApps_CopilotChat: true,
    });

    const answers = [
      await call("getEnvironment", { environmentId, select: "type" }),
      await call("getEnvironmentManagementSettings", { environmentId, select: "powerApps_NLSearch" }),
    ];

    expect(answers).to.deep.equal([
      { id: environmentId, type: "Default" },
      { environmentId, powerApps_NLSearch: true },
    ]);
  });

  it("find a deleted environment that can be recovered, with the time of its deletion", async () => {
    const { id } = emulator.tenant.deletedEnvironments.add({ displayName: "Lab" });

    const found = await call("getEnvironment", { environmentId: id });

    expect(found).to.include({ displayName: "Lab", deletedDateTime: "2026-01-01T00:00:00.0000000Z" });
  });

  it("leave out the time of a copy that does not exist", async () => {
    const environmentId = `Default-${emulator.tenantId}`;

    expect(await call("getBusinessContinuitySnapshot", { environmentId })).to.deep.equal({});
  });

  it("fail for one object that the service answers 204 of, and give an empty list", async () => {
    emulator.configure({ absentEntitlements: "noContent" });
    const environmentId = `Default-${emulator.tenantId}`;

    const error = await failure(call("getEntitlement", { entitlementId: "Gold" }));
    const listed = await call("getEnvironmentEntitlements", { environmentId, filter: "entitlementId eq 'Gold'" });

    expect(error).to.be.instanceOf(NotFoundError);
    expect(error.message).to.include("answered 204: there is none");
    expect(listed).to.deep.equal([]);
  });

  it("ask for assignments by policy, by environment and of the tenant, and refuse two at once", async () => {
    const [group, environment] = [seeded.groupId, seeded.managedEnvironmentId];
    const { ruleAssignments, ruleBasedPolicies } = emulator.tenant;
    for (const id of ["finance", "lab"]) ruleBasedPolicies.add({ id, name: id });
    ruleAssignments.add({ policyId: "finance", resourceType: "EnvironmentGroup", resourceId: group });
    ruleAssignments.add({ policyId: "lab", resourceType: "Environment", resourceId: environment });
    const policiesOf = async (args: Values): Promise<unknown[]> =>
      ((await call("getRuleBasedPolicyAssignments", args)) as Values[]).map(({ policyId }) => policyId);

    expect(await policiesOf({ policyId: "finance" })).to.deep.equal(["finance"]);
    expect(await policiesOf({ environmentId: environment })).to.deep.equal(["lab"]);
    expect(await policiesOf({ resourceType: "environment" })).to.deep.equal(["lab"]);
    expect(await policiesOf({})).to.deep.equal(["finance", "lab"]);
    const asked = emulator.requests.length;
    const error = await failure(policiesOf({ policyId: "finance", environmentId: environment }));
    expect(error.message).to.include("environmentId asks another question");
    expect(emulator.requests).to.have.length(asked);
  });

  it("read the assignments of the tenant page by page", async () => {
    emulator.configure({ pageSize: 1 });
    const policyIds = ["one", "two", "three"];
    for (const policyId of policyIds)
      emulator.tenant.ruleAssignments.add({ policyId, resourceType: "EnvironmentGroup", resourceId: policyId });

    const found = await call("getRuleBasedPolicyAssignments", {});

    expect((found as Values[]).map(({ policyId }) => policyId)).to.deep.equal(policyIds);
    expect(emulator.requests).to.have.length(3);
  });

  it("give no rule set of a group that has none, said by 204 or by an empty object", async () => {
    const args = { environmentGroupId: seeded.groupId };
    const noContent = await call("getEnvironmentGroupRuleSets", args);
    emulator.fault({ operationId: "getEnvironmentGroupRuleSet", kind: "status", status: 200, body: {} });

    expect([noContent, await call("getEnvironmentGroupRuleSets", args)]).to.deep.equal([[], []]);
  });

  it("give the allocations of all environments, and none of an environment without any", async () => {
    const allocation = { environmentId: seeded.managedEnvironmentId, currencyType: "AI", allocated: 3 };
    emulator.tenant.currencyAllocations.add(allocation);

    const all = (await call("getAllocationsByEnvironment", {})) as Values[];
    const none = await call("getAllocationsByEnvironment", { environmentId: seeded.sandboxEnvironmentId });

    expect(all.map(({ environmentId }) => environmentId)).to.deep.equal([seeded.managedEnvironmentId]);
    expect(none).to.deep.equal([]);
  });

  it("give the storage warnings of all or of a category, and refuse an entity without its category", async () => {
    for (const storageCategory of ["Database", "Log"])
      emulator.tenant.storageWarnings.add({ storageCategory, storageEntity: "Table" });
    const categoriesOf = async (args: Values): Promise<unknown[]> =>
      ((await call("getStorageWarnings", args)) as Values[]).map(({ storageCategory }) => storageCategory);

    expect(await categoriesOf({})).to.deep.equal(["Database", "Log"]);
    expect(await categoriesOf({ storageCategory: "Log" })).to.deep.equal(["Log"]);
    expect((await failure(categoriesOf({ storageCategory: "File" }))).message).to.include("404 Not Found");
    expect((await failure(categoriesOf({ entityName: "Table" }))).message).to.include("name storageCategory too");
  });

  it("refuse an answer that holds no object", async () => {
    emulator.fault({ operationId: "getEnvironment", kind: "status", status: 200, body: [] });

    const error = await failure(call("getEnvironment", { environmentId: "any" }));

    expect(error.message).to.include("answered 200 without an object");
  });

  it("tell of errors that settings answer in a 200", async () => {
    const body = { errors: { code: "NotReady", message: "Still provisioning." }, objectResult: null };
    emulator.fault({ operationId: "listEnvironmentManagementSettings", kind: "status", status: 200, body });

    const error = await failure(call("getEnvironmentManagementSettings", { environmentId: "any" }));

    expect(error.message).to.include("Still provisioning.");
  });
});
