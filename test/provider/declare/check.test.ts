import { expect } from "chai";

import { check } from "../../../provider/declare/check";
import { UNKNOWN, type Values } from "../../../provider/declare/plainValues";
import { definitionOf, type Kind, kinds } from "../../../provider/resources";
import { declared, tenantId } from "../../kinds";

const failuresOf = (kind: Kind, change: Values): Record<string, string> =>
  Object.fromEntries(
    check(definitionOf(kind), { ...declared[kind], ...change }, { tenantId }).failures.map(({ property, reason }) => [
      property,
      reason,
    ]),
  );

describe("check", () => {
  for (const kind of kinds) {
    it(`accepts a good ${kind}`, () => {
      expect(failuresOf(kind, {})).to.deep.equal({});
    });

    it(`lets every value of a ${kind} be unknown`, () => {
      const unknown = Object.fromEntries(Object.keys(declared[kind]).map((name) => [name, UNKNOWN]));
      expect(failuresOf(kind, unknown)).to.deep.equal({});
    });
  }

  it("takes what the SDK gives beside the program's inputs as it is, and refuses the like", () => {
    const given = { __provider: "text", __ignoreChanges: ["description"] };
    const { inputs, failures } = check(
      definitionOf("EnvironmentGroup"),
      { displayName: "Sales", ...given, __other: 1 },
      {},
    );

    expect(inputs).to.deep.equal({ displayName: "Sales", ...given });
    expect(failures.map(({ property }) => property)).to.deep.equal(["__other"]);
  });

  it("reports all failures at once, each with its property", () => {
    const { failures } = check(definitionOf("BillingPolicy"), { billingInstrument: { subscriptionId: "x" } }, {});

    expect(failures.map(({ property }) => property)).to.deep.equal([
      "name",
      "location",
      "billingInstrument.subscriptionId",
      "billingInstrument.resourceGroup",
    ]);
  });

  it("says which geography an Azure region is in, and takes a geography that it does not know", () => {
    for (const region of ["West Europe", "westeurope", "west-europe"]) {
      expect(failuresOf("BillingPolicy", { location: region })).to.have.keys("location");
      expect(failuresOf("BillingPolicy", { location: region }).location).to.include("write europe");
    }
    expect(failuresOf("IsvContract", { geo: "UK South" }).geo).to.include("write unitedkingdom");
    expect(failuresOf("BillingPolicy", { location: "atlantis" })).to.deep.equal({});
    expect(failuresOf("BillingPolicy", { location: "United States" })).to.deep.equal({});
  });

  it("wants the name of a resource group, not its path", () => {
    const resourceGroup = "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg-power";
    for (const kind of ["BillingPolicy", "IsvContract"] as const) {
      const billingInstrument = { ...(declared[kind].billingInstrument as object), resourceGroup };
      const failures = failuresOf(kind, { billingInstrument });
      expect(failures).to.have.keys("billingInstrument.resourceGroup");
      expect(failures["billingInstrument.resourceGroup"]).to.match(/the name .* alone.*: write rg-power$/);
    }
  });

  it("takes time-outs of a day at most, which timers can hold", () => {
    for (const create of ["1000h", "24.5h", 3_600_000, "86401s"]) {
      for (const kind of kinds) {
        const failures = failuresOf(kind, { timeouts: { create } });
        expect(failures, `${kind} ${create}`).to.have.keys("timeouts.create");
        expect(failures["timeouts.create"]).to.include('at most "24h"');
      }
    }
    for (const create of ["24h", 86_400, "90s", "10m"])
      expect(failuresOf("EnvironmentGroup", { timeouts: { create } })).to.deep.equal({});
  });

  it("fills in the status of a billing policy", () => {
    const { inputs } = check(definitionOf("BillingPolicy"), { ...declared.BillingPolicy, status: undefined }, {});

    expect(inputs).to.have.property("status", "Enabled");
  });

  it("keeps the program's spelling", () => {
    const { inputs } = check(definitionOf("BillingPolicy"), { ...declared.BillingPolicy, location: "Europe" }, {});

    expect(inputs).to.have.property("location", "Europe");
  });

  it("hands the provider text through", () => {
    const { inputs, failures } = check(
      definitionOf("EnvironmentGroup"),
      { ...declared.EnvironmentGroup, __provider: "text" },
      {},
    );

    expect(inputs).to.have.property("__provider", "text");
    expect(failures).to.deep.equal([]);
  });

  it("says what to write for a service principal", () => {
    expect(failuresOf("RoleAssignment", { principalType: "ServicePrincipal" }).principalType).to.include(
      "write ApplicationUser",
    );
  });

  it("takes an enumeration in any case", () => {
    expect(failuresOf("RoleAssignment", { principalType: "applicationuser" })).to.deep.equal({});
  });

  it("refuses an e-mail address as principal", () => {
    expect(failuresOf("RoleAssignment", { principalObjectId: "ann@contoso.com" }).principalObjectId).to.include("GUID");
  });

  it("lists the roles when one is unknown", () => {
    expect(failuresOf("RoleAssignment", { roleDefinitionId: "admin" }).roleDefinitionId).to.include(
      "owner, contributor, reader, roleBasedAccessControlAdministrator",
    );
  });

  it("refuses a scope that is none", () => {
    expect(failuresOf("RoleAssignment", { scope: "/providers/Microsoft.PowerPlatform" }).scope).to.include(
      "write tenant, /environmentGroups/{id}",
    );
  });

  it("refuses the scope of a group whose id the program did not have", () => {
    expect(failuresOf("RoleAssignment", { scope: "/environmentGroups/undefined" }).scope).to.equal(
      '"/environmentGroups/undefined" is no id: the value for it is missing (undefined)',
    );
  });

  it("refuses a full scope of another tenant", () => {
    const other = "99999999-0000-4000-8000-000000000009";
    expect(failuresOf("RoleAssignment", { scope: `/tenants/${other}` }).scope)
      .to.include(other)
      .and.include(tenantId);
  });

  it("refuses a scope by omission", () => {
    expect(failuresOf("RoleAssignment", { scope: undefined })).to.deep.equal({ scope: "is required" });
  });

  it("names the edit for a name that an ISV contract cannot have", () => {
    expect(failuresOf("IsvContract", { name: "con-toso" }).name).to.equal(
      'must be 10 to 64 letters or digits, and "con-toso" holds "-": remove it, and it has 8: lengthen it',
    );
    expect(failuresOf("IsvContract", { name: "a".repeat(65) }).name).to.include("has 65: shorten it");
  });

  it("names a property that is none, and what is meant", () => {
    expect(failuresOf("EnvironmentGroup", { displayname: "x" })).to.deep.equal({
      displayname: "is not an input: write displayName",
    });
    expect(failuresOf("EnvironmentGroup", { parentGroupId: "x" }).parentGroupId).to.include("filled in by the service");
    expect(failuresOf("EnvironmentGroup", { colour: "red" }).colour).to.include("known are displayName, description");
  });

  it("checks what is inside lists", () => {
    const conditions = { apiFilter: { requiredApis: [{ name: "shared_sql" }, { name: 1 }, {}] } };

    expect(failuresOf("IsvContract", { conditions })).to.deep.equal({
      "conditions.apiFilter.requiredApis[1].name": "must be text",
      "conditions.apiFilter.requiredApis[2].name": "is required",
    });
  });

  it("says which form a member must have", () => {
    expect(failuresOf("BillingPolicy", { billingInstrument: "rg" })).to.deep.equal({
      billingInstrument: "must be an object",
    });
    expect(failuresOf("IsvContract", { conditions: { apiFilter: { requiredApis: "sql" } } })).to.deep.equal({
      "conditions.apiFilter.requiredApis": "must be a list",
    });
  });

  it("refuses a time-out without a unit", () => {
    expect(failuresOf("BillingPolicy", { timeouts: { create: "soon" } })["timeouts.create"]).to.include('"10m"');
    expect(failuresOf("BillingPolicy", { timeouts: { create: "10m", update: 30 } })).to.deep.equal({});
  });
});
