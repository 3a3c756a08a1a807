import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";

import { functions } from "../../../provider/functions";
import type { Properties } from "../../scenarios/driver";
import { functionCases } from "../functions/cases";
import { kindCases } from "../../kinds";
import { struct } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";
import { withEmulator } from "./harness";
import { values } from "./pluginClient";

describe("the plugin's Invoke", () => {
  const harness = withEmulator();

  async function invoke(name: string, args: Properties = {}) {
    const { client } = await harness.run();
    const request = new messages.InvokeRequest();
    request.setTok(`power-platform:index:${name}`).setArgs(struct(args));
    const answer = await client.call<messages.InvokeResponse>("invoke", request);
    const failures = answer.getFailuresList().map((each) => each.toObject());
    return { ...values(answer.getReturn()), failures } as Record<string, Properties[]>;
  }

  const plantAll = (): Record<string, string> =>
    Object.fromEntries(kindCases.map(({ kind, plant }) => [kind, plant(harness.emulator)]));

  /** Calls that find one thing, that find nothing, and the id of what is found. */
  const calls: readonly [
    name: string,
    hit: Properties,
    miss: Properties,
    id: (ids: Record<string, string>) => Properties,
  ][] = [
    [
      "getRoleDefinitions",
      { roleDefinitionName: "power platform READER" },
      { roleDefinitionName: "nobody" },
      () => ({ roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090" }),
    ],
    [
      "getRoleAssignments",
      { scope: "tenant", roleDefinitionId: "reader", principalType: "applicationuser" },
      { scope: "tenant", principalObjectId: "99999999-9999-4999-8999-999999999999" },
      ({ RoleAssignment }) => ({ roleAssignmentId: RoleAssignment }),
    ],
    [
      "getEnvironments",
      { type: "production", geo: "United States", protectionLevel: "Standard" },
      { displayName: "none" },
      () => ({ id: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" }),
    ],
    [
      "getEnvironmentGroups",
      { displayName: "sales" },
      { displayName: "none" },
      ({ EnvironmentGroup }) => ({ id: EnvironmentGroup }),
    ],
    [
      "getBillingPolicies",
      { location: "Europe", status: "disabled" },
      { status: "Enabled" },
      ({ BillingPolicy }) => ({ id: BillingPolicy }),
    ],
    ["getIsvContracts", { geo: "EUROPE" }, { name: "none" }, ({ IsvContract }) => ({ id: IsvContract })],
  ];

  for (const [name, hit, miss, id] of calls) {
    it(`answers ${name}, and keeps what its filters describe`, async () => {
      const ids = plantAll();
      const { result = "" } = functions.find((each) => each.name === name)!;

      const found = await invoke(name, hit);
      const missed = await invoke(name, miss);

      expect(found[result]).to.have.lengthOf(1);
      expect(found[result]![0]).to.include(id(ids));
      expect(missed[result]).to.deep.equal([]);
      expect(harness.emulator.writes).to.deep.equal([]);
    });
  }

  it("answers getBillingPolicyEnvironments", async () => {
    const { BillingPolicy: billingPolicyId = "" } = plantAll();
    const environmentId = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
    harness.emulator.tenant.billingPolicyEnvironments.add({ billingPolicyId, environmentId });

    const all = await invoke("getBillingPolicyEnvironments", { billingPolicyId });
    const none = await invoke("getBillingPolicyEnvironments", { billingPolicyId, environmentId: "other" });

    expect(all.billingPolicyEnvironments).to.deep.equal([{ billingPolicyId, environmentId }]);
    expect(none.billingPolicyEnvironments).to.deep.equal([]);
  });

  it("is tested for every function", () => {
    const tested = [...calls.map(([name]) => name), "getBillingPolicyEnvironments"];
    const elsewhere = functionCases.map(({ name }) => name);

    expect(functions.map(({ name }) => name)).to.have.members([...tested, ...elsewhere]);
  });

  for (const { name, args, arrange, gives } of functionCases) {
    it(`answers ${name} with the members that it declares`, async () => {
      arrange?.(harness.emulator);
      const { result } = functions.find((each) => each.name === name)!;

      const found = await invoke(name, args);

      const answered = result === undefined ? [found] : found[result]!;
      expect(answered).to.have.lengthOf(1);
      expect(answered[0]).to.include.keys(Object.keys(gives));
      expect(found.failures).to.deep.equal([]);
    });
  }

  it("reads every page", async () => {
    for (let index = 0; index < 5; index++)
      harness.emulator.tenant.environmentGroups.add({ displayName: `Group ${index}` });
    harness.emulator.configure({ pageSize: 2 });

    const { environmentGroups } = await invoke("getEnvironmentGroups");

    expect(environmentGroups).to.have.lengthOf(6);
  });

  it("leaves out members that are null", async () => {
    const ids = plantAll();

    const { roleAssignments } = await invoke("getRoleAssignments", { scope: "tenant" });

    expect(roleAssignments!.map((each) => each.roleAssignmentId)).to.deep.equal([ids.RoleAssignment]);
    expect(roleAssignments![0]).not.to.have.property("expiresOn");
  });

  it("says what is wrong with arguments without asking the tenant", async () => {
    const { failures } = await invoke("getRoleAssignments", { scope: "everywhere", principal: "me" });

    expect(failures!.map(({ property }) => property)).to.have.members(["scope", "principal"]);
    expect(failures!.find(({ property }) => property === "scope")!.reason).to.include("is not a scope");
    expect(harness.emulator.requests).to.deep.equal([]);
  });

  it("answers what is inherited by the search, and says where there is none", async () => {
    const ids = plantAll();
    const scope = "/environments/eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";

    const { roleAssignments } = await invoke("getRoleAssignments", { scope, inherited: true });
    const { failures } = await invoke("getRoleAssignments", {
      scope: "/environmentGroups/dddddddd-dddd-4ddd-8ddd-dddddddddddd",
      inherited: true,
    });

    expect(roleAssignments!.map((each) => each.roleAssignmentId)).to.deep.equal([ids.RoleAssignment]);
    expect(roleAssignments![0]).to.have.property("source", "RoleAssignment");
    expect(failures!.map(({ property }) => property)).to.deep.equal(["inherited"]);
    expect(harness.emulator.requests.map(({ operationId }) => operationId)).to.deep.equal([
      "queryEnvironmentRoleAssignments",
    ]);
  });

  it("names the functions it has when it is asked for one that it does not know", async () => {
    const error = await failure(invoke("getTeapots"));

    expect(error.message)
      .to.include('there is no function "power-platform:index:getTeapots"')
      .and.include("power-platform:index:getEnvironments");
  });
});
