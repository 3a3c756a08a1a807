import { expect } from "chai";

import { settingsTable } from "../../../provider/auth/settingsTable";
import { functions } from "../../../provider/functions";
import { definitionOf, kinds } from "../../../provider/resources";
import * as sdk from "../../../sdk/plugin";
import { pluginToken, typeToken } from "../../../provider/resources/typeToken";
import { pluginSchema as schema } from "../../languages/pluginSchema";
import { kindCases } from "../../kinds";

describe("the plugin's schema", () => {
  it("has every kind, with the type of the dynamic provider as alias", () => {
    expect(Object.keys(schema.resources)).to.have.members(kinds.map(pluginToken));
    for (const kind of kinds)
      expect(schema.resources[pluginToken(kind)]!.aliases).to.deep.equal([{ type: typeToken(kind) }]);
  });

  it("has every function", () => {
    expect(Object.keys(schema.functions)).to.have.members(functions.map(({ name }) => pluginToken(name)));
  });

  it("requires what a program has to give, and knows everything it may give", () => {
    for (const { kind, inputs, change } of kindCases) {
      const { requiredInputs, inputProperties } = schema.resources[pluginToken(kind)]!;
      const given = Object.keys({ ...inputs, ...change?.inputs });

      expect(given, kind).to.include.members([...requiredInputs]);
      const program = definitionOf(kind).programFields.map(({ name }) => name);
      expect(Object.keys(inputProperties), kind).to.include.members([...given, ...program]);
    }
  });

  it("says which changes replace, and leaves it to the provider to decide", () => {
    for (const { kind, replacing } of kindCases) {
      const { inputProperties } = schema.resources[pluginToken(kind)]!;
      const names = Object.entries(inputProperties).filter(([, each]) => each.willReplaceOnChanges);
      const expected = new Set(Object.keys(replacing).map((path) => path.split(".")[0]));

      expect(new Set(names.map(([name]) => name)), kind).to.deep.equal(expected);
    }
    expect(JSON.stringify(schema)).not.to.include('"replaceOnChanges"');
  });

  it("has defaults and enums for inputs", () => {
    const { inputProperties } = schema.resources[pluginToken("BillingPolicy")]!;

    expect(inputProperties.status).to.include({
      default: "Enabled",
      $ref: `#/types/${pluginToken("Status")}`,
    });
  });

  it("describes every input", () => {
    for (const [token, { inputProperties, description }] of Object.entries(schema.resources)) {
      const silent = Object.entries(inputProperties).filter(([, each]) => each.description === undefined);

      expect([token, ...silent], description).to.deep.equal([token]);
    }
  });

  it("has every setting, credentials as secrets", () => {
    const { explicit, ...args } = schema.provider.inputProperties;
    expect(explicit).to.include({ type: "string", const: "true" });
    for (const settings of [schema.config.variables, args]) {
      expect(Object.keys(settings)).to.have.members(settingsTable.map(({ name }) => name));
      const secrets = Object.entries(settings).filter(([, { secret }]) => secret === true);
      const expected = settingsTable.filter((row) => "secret" in row).map(({ name }) => name);
      expect(secrets.map(([name]) => name)).to.have.members(expected);
    }
    expect(schema.config.variables.useCli).to.include({ type: "boolean" });
    expect(schema.config.variables.pollTimeout).to.include({ type: "number" });
    expect(schema.config.variables.auxiliaryTenantIds).to.include({ type: "array" });
  });

  it("refers only to types it has, and to all of them", () => {
    const referred = new Set([...JSON.stringify(schema).matchAll(/"#\/types\/([^"]+)"/g)].map(([, token]) => token));

    expect([...referred]).to.have.members(Object.keys(schema.types));
  });

  it("names enums as the package exports them, for programs that `pulumi import` writes", () => {
    const exported = sdk as unknown as Record<string, Record<string, string>>;
    for (const [token, { enum: values }] of Object.entries(schema.types)) {
      if (values === undefined) continue;
      const name = token.split(":").at(-1)!;

      expect(Object.values(exported[name] ?? {}), name).to.deep.equal(values.map(({ value }) => value));
    }
  });
});
