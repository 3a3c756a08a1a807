import { expect } from "chai";

import { check, checkFields } from "../../../provider/declare/check";
import { fieldTree } from "../../../provider/declare/fieldTree";
import { id } from "../../../provider/declare/fields";
import { ValidationError } from "../../../provider/errors";
import { functions } from "../../../provider/functions";
import { checkArgs } from "../../../provider/functions/call/checkArgs";
import { definitionOf, kinds } from "../../../provider/resources";
import { declared, tenantId } from "../../kinds";

const outputText =
  "Calling [toString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> …";
const missing = ["undefined", "null", "NaN", "[object Object]", "[object Promise]", "", " ", outputText];

/** Arguments in which each function has an id, by property. */
const idArguments: Record<string, (value: string) => Record<string, string>> = {
  getRoleAssignments: (value) => ({ scope: `/environments/${value}` }),
  getEnvironments: (value) => ({ id: value }),
  getBillingPolicyEnvironments: (value) => ({ billingPolicyId: value }),
};

describe("ids made of a value that never came", () => {
  for (const value of missing) {
    const shown = JSON.stringify(value.slice(0, 20));

    it(`are refused by check, each alone: ${shown}`, () => {
      const { failures } = checkFields(fieldTree({ environmentId: id() }), { environmentId: value }, {});

      expect(failures.map(({ property }) => property)).to.deep.equal(["environmentId"]);
    });

    it(`are refused in every function's arguments: ${shown}`, () => {
      for (const [name, args] of Object.entries(idArguments)) {
        const called = functions.find((each) => each.name === name);
        expect(called && checkArgs(called, args(value), { tenantId }), name).to.have.length(1);
      }
    });

    it(`are refused inside a scope: ${shown}`, () => {
      for (const scope of [
        `/environments/${value}`,
        `/environmentGroups/${value}`,
        `/tenants/${value}`,
        `/tenants/${value}/environments/abc`,
        `/tenants/${tenantId}/environments/${value}`,
      ]) {
        const inputs = { ...declared.RoleAssignment, scope };
        const { failures } = check(definitionOf("RoleAssignment"), inputs, {});
        expect(
          failures.map(({ property }) => property),
          scope,
        ).to.deep.equal(["scope"]);
      }
    });

    for (const kind of kinds) {
      it(`are refused as the id of a ${kind} to get: ${shown}`, () => {
        expect(() => definitionOf(kind).address.parse(value)).to.throw(ValidationError);
      });
    }
  }

  it("are refused as a part of an id", () => {
    for (const environmentId of ["Default-undefined", "default-null", "/environments/undefined"]) {
      const { failures } = checkFields(fieldTree({ environmentId: id() }), { environmentId }, {});
      expect(failures[0]?.reason, environmentId).to.include("is no id");
    }
  });

  it("are told from ids that only look like them", () => {
    for (const environmentId of ["nullarbor", "undefined1", `Default-${tenantId}`, "org-nan0"]) {
      const { failures } = checkFields(fieldTree({ environmentId: id() }), { environmentId }, {});
      expect(failures, environmentId).to.deep.equal([]);
    }
  });
});

describe("the text of an output", () => {
  for (const [kind, property] of [
    ["EnvironmentGroup", "displayName"],
    ["EnvironmentGroup", "description"],
    ["BillingPolicy", "name"],
    ["BillingPolicy", "location"],
    ["RoleAssignment", "principalObjectId"],
    ["RoleAssignment", "roleDefinitionId"],
    ["IsvContract", "geo"],
  ] as const) {
    it(`is refused in any text, with the way to write it: ${kind}.${property}`, () => {
      const inputs = { ...declared[kind], [property]: `a ${outputText}` };

      const { failures } = check(definitionOf(kind), inputs, { tenantId });

      expect(failures.map((failure) => failure.property)).to.deep.equal([property]);
      expect(failures[0]?.reason).to.include("pulumi.interpolate");
    });
  }
});
