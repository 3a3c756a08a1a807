import { expect } from "chai";
import fc from "fast-check";

import { compare } from "../../../../provider/declare/compare";
import { ValidationError } from "../../../../provider/errors";
import { recordOutputs } from "../../../../provider/declare/record";
import { definitionOf } from "../../../../provider/resources";
import { parseScope, scopePath } from "../../../../provider/resources/authorization/scope";
import { declared, tenantId } from "../../../kinds";

const definition = definitionOf("RoleAssignment");
const isSame = (live: string, written: string): boolean =>
  compare(
    definition.fields,
    { ...declared.RoleAssignment, scope: live },
    { ...declared.RoleAssignment, scope: written },
  ).length === 0;

const spellings = (segment: string, id: string): fc.Arbitrary<string> =>
  fc
    .record({
      prefix: fc.constantFrom("", `/tenants/${tenantId}`, `/tenants/${tenantId.toUpperCase()}`, `/TENANTS/${tenantId}`),
      segment: fc.constantFrom(segment, segment.toLowerCase(), segment.toUpperCase()),
      id: fc.constantFrom(id, id.toUpperCase()),
      end: fc.constantFrom("", "/"),
    })
    .map(({ prefix, segment: each, id: one, end }) => `${prefix}/${each}/${one}${end}`);

describe("scope", () => {
  for (const [segment, id] of [
    ["environmentGroups", "dddddddd-dddd-4ddd-8ddd-dddddddddddd"],
    ["environments", "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee"],
    ["environments", `Default-${tenantId}`],
  ] as const) {
    it(`is the same in every spelling of ${segment}/${id}`, () => {
      fc.assert(fc.property(spellings(segment, id), spellings(segment, id), isSame));
    });
  }

  it("is the same for every spelling of the tenant", () => {
    const all = ["tenant", "Tenant", `/tenants/${tenantId}`, `/TENANTS/${tenantId.toUpperCase()}/`];
    for (const a of all) for (const b of all) expect(isSame(a, b), `${a} ${b}`).to.equal(true);
  });

  it("tells groups, environments and the tenant apart", () => {
    const id = "dddddddd-dddd-4ddd-8ddd-dddddddddddd";
    expect(isSame(`/environmentGroups/${id}`, `/environments/${id}`)).to.equal(false);
    expect(isSame("tenant", `/environments/${id}`)).to.equal(false);
  });

  it("never reads a scope out of other text", () => {
    for (const text of ["", "/", "tenants", "/environments", "/environments/a/b", "/environments/a b", "/x/y"]) {
      expect(parseScope(text), text).to.equal(undefined);
    }
  });

  it("lower-cases GUIDs in paths and leaves other environment ids as they are", () => {
    const path = (text: string): string => scopePath(parseScope(text) ?? { kind: "tenant" });
    expect(path("/environments/EEEEEEEE-EEEE-4EEE-8EEE-EEEEEEEEEEEE")).to.equal(
      "/environments/eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
    );
    expect(path(`/environments/Default-${tenantId}`)).to.equal(`/environments/Default-${tenantId}`);
  });
});

describe("scope of a role assignment that no program has spelled yet", () => {
  const scopeOf = (live: string, declaredScope?: string): unknown => {
    const written = declaredScope === undefined ? {} : { scope: declaredScope };
    return recordOutputs(definition, { ...declared.RoleAssignment, scope: live }, written, tenantId).scope;
  };
  const guid = "dddddddd-dddd-4ddd-8ddd-dddddddddddd";

  for (const [live, documented] of [
    [`/tenants/${tenantId}`, "tenant"],
    [`/tenants/${tenantId}/environmentgroups/${guid}`, `/environmentGroups/${guid}`],
    [`/tenants/${tenantId}/environments/${guid.toUpperCase()}`, `/environments/${guid}`],
    [`/tenants/${tenantId}/environments/Default-${tenantId}`, `/environments/Default-${tenantId}`],
    ["/of/another/kind", "/of/another/kind"],
  ] as const) {
    it(`is recorded as ${documented} where the service has ${live}`, () => {
      expect(scopeOf(live)).to.equal(documented);
    });
  }

  it("stays as the program spells it where it does", () => {
    const spelled = `/tenants/${tenantId.toUpperCase()}/EnvironmentGroups/${guid}`;

    expect(scopeOf(`/tenants/${tenantId}/environmentgroups/${guid}`, spelled)).to.equal(spelled);
  });
});

describe("id of a role assignment", () => {
  const wireId = "11111111-1111-4111-8111-111111111111";

  it("gives back the place it was made from", () => {
    for (const scope of ["tenant", "/environmentGroups/g1", `/environments/Default-${tenantId}`]) {
      const inputs = { ...declared.RoleAssignment, scope };
      const id = definition.address.id(inputs, wireId);
      expect(definition.address.parse(id)).to.deep.equal({ ...definition.address.of(inputs), wireId });
    }
  });

  it("starts with the scope below the tenant", () => {
    expect(definition.address.id(declared.RoleAssignment, wireId)).to.equal(`/roleAssignments/${wireId}`);
    expect(definition.address.id({ scope: "/environments/e1" }, wireId)).to.equal(
      `/environments/e1/roleAssignments/${wireId}`,
    );
  });

  it("is also understood bare, and with its tenant", () => {
    expect(definition.address.parse(wireId)).to.deep.equal({
      collection: "/authorization/roleAssignments",
      wireId,
    });
    expect(definition.address.parse(`/tenants/${tenantId}/environments/e1/roleAssignments/${wireId}`)).to.deep.include({
      collection: "/authorization/environments/e1/roleAssignments",
      tenantId,
    });
  });

  it("says what an id looks like when it is none", () => {
    expect(() => definition.address.parse("/x/y/z")).to.throw(
      ValidationError,
      "/environments/{id}/roleAssignments/{guid}",
    );
  });
});
