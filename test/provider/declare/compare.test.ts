import { expect } from "chai";
import fc from "fast-check";

import { compare, isSame } from "../../../provider/declare/compare";
import type { FieldNode } from "../../../provider/declare/fieldTree";
import { keyText, naturalKeyFields } from "../../../provider/declare/identity";
import { UNKNOWN, type Values } from "../../../provider/declare/plainValues";
import { inputsOf, recordOutputs } from "../../../provider/declare/record";
import { toWire } from "../../../provider/declare/wire";
import { definitionOf, type Kind, kinds } from "../../../provider/resources";
import { declared, tenantId } from "../../kinds";

const paths = (kind: Kind, live: Values, inputs: Values): string[] =>
  compare(definitionOf(kind).fields, live, inputs).map(({ path }) => path);

/** Each letter in either case. */
const anyCase = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((upper) =>
    Array.from(text)
      .map((c, i) => (upper[i] ? c.toUpperCase() : c.toLowerCase()))
      .join(""),
  );

describe("compare", () => {
  for (const kind of kinds) {
    it(`finds a ${kind} equal to what it sends`, () => {
      const definition = definitionOf(kind);
      const inputs = { status: "Enabled", ...declared[kind] };
      expect(paths(kind, toWire(definition.fields, inputs, { tenantId }), inputs)).to.deep.equal([]);
    });

    it(`ignores what the service adds to a ${kind}`, () => {
      const inputs = { status: "Enabled", ...declared[kind] };
      const live = {
        ...toWire(definitionOf(kind).fields, inputs, { tenantId }),
        etag: "1",
        createdOn: "today",
      };
      expect(paths(kind, live, inputs)).to.deep.equal([]);
    });
  }

  it("takes one character for the same in both of its Unicode forms, in every field of text", () => {
    const [composed, decomposed] = ["rg-é", "rg-e\u0301"];
    const text = (kind: Kind, nodes = definitionOf(kind).fields): readonly FieldNode[] =>
      nodes.flatMap((node) => (node.children === undefined ? [node] : text(kind, node.children)));
    for (const kind of kinds) {
      for (const node of text(kind).filter(({ item, json }) => item === undefined && json === undefined)) {
        expect(isSame(node, composed, decomposed), `${kind} ${node.name}`).to.equal(true);
        expect(isSame(node, composed, "rg-e"), `${kind} ${node.name}`).to.equal(false);
      }
    }
    const instrument = (resourceGroup: string) => ({
      ...declared.BillingPolicy,
      billingInstrument: { ...(declared.BillingPolicy.billingInstrument as object), resourceGroup },
    });
    expect(paths("BillingPolicy", instrument(composed), instrument(decomposed))).to.deep.equal([]);
    const keyOf = (values: Values): string => keyText(naturalKeyFields(definitionOf("BillingPolicy"), values), values);
    expect(keyOf(instrument(composed))).to.equal(keyOf(instrument(decomposed)));
  });

  it("folds the case of GUIDs, enumerations, locations and Azure names", () => {
    const live = {
      name: "payg",
      location: "europe",
      status: "Enabled",
      billingInstrument: {
        subscriptionId: "abcdefab-0000-4000-8000-00000000000a",
        resourceGroup: "rg-power",
        id: "/x",
      },
    };
    fc.assert(
      fc.property(
        anyCase("europe"),
        anyCase("enabled"),
        anyCase("abcdefab-0000-4000-8000-00000000000a"),
        anyCase("rg-power"),
        (location, status, subscriptionId, resourceGroup) =>
          paths("BillingPolicy", live, {
            name: "payg",
            location,
            status,
            billingInstrument: { subscriptionId, resourceGroup },
          }).length === 0,
      ),
    );
  });

  it("takes a location with spaces for the one without", () => {
    const inputs = { ...declared.BillingPolicy, status: "Enabled", location: "United States" };
    expect(paths("BillingPolicy", { ...inputs, location: "unitedstates" }, inputs)).to.deep.equal([]);
  });

  it("names a nested property and that it replaces", () => {
    const inputs: Values = { ...declared.BillingPolicy, status: "Enabled" };
    const live = {
      ...inputs,
      billingInstrument: { ...(inputs.billingInstrument as object), resourceGroup: "other" },
    };

    const [change, ...others] = compare(definitionOf("BillingPolicy").fields, live, inputs);

    expect(others).to.deep.equal([]);
    expect(change).to.include({ path: "billingInstrument.resourceGroup", replaces: true, live: "other" });
  });

  it("takes absent, null and empty descriptions for the same", () => {
    for (const a of [{}, { description: null }, { description: "" }]) {
      for (const b of [{}, { description: "" }]) {
        expect(paths("EnvironmentGroup", { displayName: "x", ...a }, { displayName: "x", ...b })).to.deep.equal([]);
      }
    }
  });

  it("sees a description that the program does not declare", () => {
    expect(paths("EnvironmentGroup", { displayName: "x", description: "by hand" }, { displayName: "x" })).to.deep.equal(
      ["description"],
    );
  });

  it("leaves to the service what it computes", () => {
    const inputs = declared.IsvContract;
    const live = {
      ...inputs,
      powerAutomatePolicy: {
        cloudFlowRunsPayAsYouGoState: "Enabled",
        desktopFlowAttendedRunsPayAsYouGoState: "Enabled",
      },
      billingInstrument: { ...(inputs.billingInstrument as object), id: "/subscriptions/x" },
    };
    expect(paths("IsvContract", live, inputs)).to.deep.equal([]);
  });

  it("ignores the order of required connectors but not a missing one", () => {
    const contract = (...names: string[]): Values => ({
      ...declared.IsvContract,
      conditions: { apiFilter: { requiredApis: names.map((name) => ({ name })) } },
    });
    expect(paths("IsvContract", contract("a", "b"), contract("b", "a"))).to.deep.equal([]);
    expect(paths("IsvContract", contract("a"), contract("b", "a"))).to.deep.equal([
      "conditions.apiFilter.requiredApis",
    ]);
  });

  it("clears a list that the program no longer has", () => {
    const live = declared.IsvContract;
    expect(paths("IsvContract", live, { ...live, conditions: {} })).to.deep.equal([
      "conditions.apiFilter.requiredApis",
    ]);
  });

  it("counts an unknown value as a change", () => {
    expect(paths("EnvironmentGroup", { displayName: "x" }, { displayName: UNKNOWN })).to.deep.equal(["displayName"]);
  });
});

describe("recordOutputs", () => {
  it("keeps the program's spelling where it means the same, and live values elsewhere", () => {
    const definition = definitionOf("BillingPolicy");
    const live = {
      id: "p1",
      name: "payg by hand",
      location: "europe",
      status: "Enabled",
      billingInstrument: {
        subscriptionId: "11111111-1111-4111-8111-111111111111",
        resourceGroup: "rg-power",
        id: "/a",
      },
      createdOn: "2026-01-01T00:00:00Z",
      somethingNew: true,
    };
    const inputs = {
      ...declared.BillingPolicy,
      status: "enabled",
      location: "Europe",
      billingInstrument: {
        subscriptionId: "11111111-1111-4111-8111-111111111111",
        resourceGroup: "RG-Power",
      },
    };

    const outputs = recordOutputs(definition, live, inputs, tenantId);

    expect(outputs).to.deep.equal({
      name: "payg by hand",
      location: "Europe",
      status: "enabled",
      billingInstrument: {
        subscriptionId: "11111111-1111-4111-8111-111111111111",
        resourceGroup: "RG-Power",
        id: "/a",
      },
      createdOn: "2026-01-01T00:00:00Z",
      tenantId,
      schemaVersion: 1,
    });
  });

  it("gives back the inputs that it was recorded with", () => {
    for (const kind of kinds) {
      const definition = definitionOf(kind);
      const own = definition.shape === "setting" ? { onDelete: "restore" } : { adopt: true };
      const inputs = { status: "Enabled", ...declared[kind], ...own, timeouts: { create: "5m" } };
      const { status, ...rest } = inputs;
      const expected = definition.fields.some((node) => node.name === "status") ? { status, ...rest } : rest;
      const wire = toWire(definition.fields, expected, { tenantId });
      const live = { [definition.wireId]: "w1", ...wire };

      const outputs = recordOutputs(definition, live, expected, tenantId);

      expect(inputsOf(definition, outputs), kind).to.deep.equal(expected);
    }
  });

  it("does not take what the service decides for an input", () => {
    const definition = definitionOf("IsvContract");
    const live = {
      ...declared.IsvContract,
      powerAutomatePolicy: {
        cloudFlowRunsPayAsYouGoState: "Enabled",
        desktopFlowAttendedRunsPayAsYouGoState: "Disabled",
      },
    };

    const outputs = recordOutputs(definition, live, declared.IsvContract, tenantId);
    const again = recordOutputs(definition, live, outputs, tenantId);

    expect(outputs.powerAutomatePolicy).to.have.property("desktopFlowAttendedRunsPayAsYouGoState", "Disabled");
    expect(inputsOf(definition, again)).to.deep.equal(declared.IsvContract);
  });

  it("keeps an object that is declared empty where the tenant does not show what the service decides in it", () => {
    const definition = definitionOf("IsvContract");
    const inputs = { ...declared.IsvContract, powerAutomatePolicy: {} };
    const policy = { cloudFlowRunsPayAsYouGoState: "Enabled" };
    const recorded = recordOutputs(definition, { ...inputs, powerAutomatePolicy: policy }, inputs, tenantId);

    const { powerAutomatePolicy, ...live } = inputs;
    const refreshed = recordOutputs(definition, live, recorded, tenantId);

    expect(recorded.powerAutomatePolicy).to.deep.equal(policy);
    expect(refreshed.powerAutomatePolicy).to.deep.equal(powerAutomatePolicy);
  });
});
