import { createRequire } from "node:module";
import path from "node:path";

import { runtime } from "@pulumi/pulumi";
import { expect } from "chai";

import { kinds } from "../../provider/resources";
import { providerText } from "../../sdk/providerText";
import { typeToken } from "../../provider/resources/typeToken";
import { withLocalSettings } from "../../testing/engine/program/localSettings";

/** The kinds that state files have. One that is missing here can still be taken back; no other may ever be. */
const released = ["RoleAssignment", "EnvironmentGroup", "BillingPolicy", "IsvContract"];

/** As each state file has them. A change here breaks every stack there is. */
const pinned = (kind: string) => ({
  type: `pulumi-nodejs:dynamic/power-platform:${kind}`,
  text: `exports.handler = () => require("pulumi-power-platform/dynamic").provider("${kind}");`,
});

/** Runs the text as Pulumi's dynamic-provider process does. */
function load(text: string): unknown {
  const module: { exports: { handler?: () => unknown } } = { exports: {} };
  const required = createRequire(path.join(process.cwd(), "program.js"));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that is what is done with the text
  (new Function("exports", "require", text) as (...given: unknown[]) => void)(module.exports, required);
  return module.exports.handler?.();
}

describe("what state files hold of a resource", () => {
  it("is of every kind that was ever released", () => {
    expect(kinds).to.include.members(released);
  });

  for (const kind of kinds) {
    it(`${kind}: has its type and text to the byte`, () => {
      expect({ type: typeToken(kind), text: providerText(kind) }).to.deep.equal(pinned(kind));
    });

    it(`${kind}: the text loads the installed provider`, () => {
      expect(load(pinned(kind).text)).to.include.keys(
        ...["configure", "check", "diff", "create", "read", "update", "delete"],
      );
    });
  }

  it("means what Pulumi's own serializer writes for such a provider", async () => {
    const provider = () =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- captured as it stands
      (require("pulumi-power-platform/dynamic") as { provider: (kind: string) => unknown }).provider("RoleAssignment");

    const { text } = await withLocalSettings(() => runtime.serializeFunction(provider));

    expect(text).to.include('require("pulumi-power-platform/dynamic").provider("RoleAssignment")');
    expect(load(text)).to.equal(load(pinned("RoleAssignment").text));
  });
});
