import { createRequire } from "node:module";
import path from "node:path";

import { runtime } from "@pulumi/pulumi";
import { expect } from "chai";

import { kinds } from "../../provider/resources";
import { providerText } from "../../sdk/providerText";
import { typeToken } from "../../provider/resources/typeToken";
import { withLocalSettings } from "../../testing/engine/program/localSettings";

/** As each state file has them. A change here breaks every stack there is. */
const pinned = {
  RoleAssignment: {
    type: "pulumi-nodejs:dynamic/power-platform:RoleAssignment",
    text: 'exports.handler = () => require("pulumi-power-platform/dynamic").provider("RoleAssignment");',
  },
  EnvironmentGroup: {
    type: "pulumi-nodejs:dynamic/power-platform:EnvironmentGroup",
    text: 'exports.handler = () => require("pulumi-power-platform/dynamic").provider("EnvironmentGroup");',
  },
  BillingPolicy: {
    type: "pulumi-nodejs:dynamic/power-platform:BillingPolicy",
    text: 'exports.handler = () => require("pulumi-power-platform/dynamic").provider("BillingPolicy");',
  },
  IsvContract: {
    type: "pulumi-nodejs:dynamic/power-platform:IsvContract",
    text: 'exports.handler = () => require("pulumi-power-platform/dynamic").provider("IsvContract");',
  },
};

/** Runs the text as Pulumi's dynamic-provider process does. */
function load(text: string): unknown {
  const module: { exports: { handler?: () => unknown } } = { exports: {} };
  const required = createRequire(path.join(process.cwd(), "program.js"));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that is what is done with the text
  (new Function("exports", "require", text) as (...given: unknown[]) => void)(module.exports, required);
  return module.exports.handler?.();
}

describe("what state files hold of a resource", () => {
  it("has its type and text to the byte, for each kind", () => {
    const made = kinds.map((kind) => [kind, { type: typeToken(kind), text: providerText(kind) }]);

    expect(Object.fromEntries(made)).to.deep.equal(pinned);
  });

  for (const [kind, { text }] of Object.entries(pinned)) {
    it(`${kind}: the text loads the installed provider`, () => {
      expect(load(text)).to.include.keys(
        ...["configure", "check", "diff", "create", "read", "update", "delete"],
      );
    });
  }

  it("means what Pulumi's own serializer writes for such a provider", async () => {
    const provider = () =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- captured as it stands
      (require("pulumi-power-platform/dynamic") as { provider: (kind: string) => unknown }).provider(
        "RoleAssignment",
      );

    const { text } = await withLocalSettings(() => runtime.serializeFunction(provider));

    expect(text).to.include('require("pulumi-power-platform/dynamic").provider("RoleAssignment")');
    expect(load(text)).to.equal(load(pinned.RoleAssignment.text));
  });
});
