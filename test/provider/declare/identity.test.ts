import { expect } from "chai";

import type { Values } from "../../../provider/declare/plainValues";
import { matching } from "../../../provider/remote/matching";
import { definitionOf, type Kind } from "../../../provider/resources";
import { Listed } from "../../../provider/transport/collections/listed";

const role = "c886ad2e-27f7-4874-8381-5849b8d8a090";
const principal = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const instrument = { subscriptionId: principal, resourceGroup: "rg", id: "/subscriptions/1/accounts/a" };
const contract = { name: "contoso1234", geo: "europe", consumer: { tenantId: principal } };

/** Whether a live object has the natural key that a program declares. */
const isFound = (kind: Kind, live: Values, declared: Values): boolean =>
  matching(
    { definition: definitionOf(kind), inputs: declared, place: { collection: "" } },
    new Listed([{}, "none", live], 0),
  ).includes(live);

describe("looking for the natural key", () => {
  const assignment = {
    scope: "/tenants/11111111-1111-4111-8111-111111111111",
    principalObjectId: principal,
    principalType: "Group",
    roleDefinitionId: role,
  };

  for (const [spelling, change] of Object.entries<Values>({
    "as it is": {},
    "with the short scope": { scope: "tenant" },
    "in upper case": { principalObjectId: principal.toUpperCase(), principalType: "GROUP" },
    "with the name of the role": { roleDefinitionId: "Power Platform reader" },
  })) {
    it(`finds an assignment that is declared ${spelling}`, () => {
      expect(isFound("RoleAssignment", assignment, { ...assignment, ...change })).to.equal(true);
    });
  }

  for (const [what, change] of Object.entries<Values>({
    "another scope": { scope: "/environments/a" },
    "another principal": { principalObjectId: role },
    "another role": { roleDefinitionId: "owner" },
  })) {
    it(`does not find an assignment with ${what}`, () => {
      expect(isFound("RoleAssignment", assignment, { ...assignment, ...change })).to.equal(false);
    });
  }

  it("finds a contract whether or not the program declares what the service fills in", () => {
    const live = { ...contract, billingInstrument: instrument };
    const { id, ...declared } = instrument;

    expect(isFound("IsvContract", live, { ...contract, billingInstrument: declared })).to.equal(true);
    expect(isFound("IsvContract", live, { ...contract, billingInstrument: { ...declared, id } })).to.equal(true);
  });

  it("does not find a contract where what the program declares of it differs", () => {
    const live = { ...contract, billingInstrument: instrument };

    expect(isFound("IsvContract", live, { ...contract, billingInstrument: { ...instrument, id: "b" } })).to.equal(
      false,
    );
    expect(
      isFound("IsvContract", live, {
        ...contract,
        billingInstrument: { ...instrument, resourceGroup: "other" },
      }),
    ).to.equal(false);
  });

  it("does not take an object without members for one that is declared", () => {
    expect(isFound("EnvironmentGroup", {}, { displayName: "Sales" })).to.equal(false);
  });
});
