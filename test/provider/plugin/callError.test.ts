import { status } from "@grpc/grpc-js";
import { expect } from "chai";

import { failure } from "../../scenarios/scenario";
import { withEmulator } from "./harness";
import type { CallFailure } from "./pluginClient";
import { create, read } from "./wire";

describe("a failed call of the plugin", () => {
  const harness = withEmulator();
  const group = { displayName: "Sales" };

  for (const [serviceStatus, code] of [
    [401, status.UNAUTHENTICATED],
    [403, status.PERMISSION_DENIED],
    [429, status.RESOURCE_EXHAUSTED],
    [500, status.UNKNOWN],
  ] as const) {
    it(`has the code ${status[code]} when the service answers ${serviceStatus}`, async () => {
      harness.emulator.fault({ path: "/**", kind: "status", status: serviceStatus, times: "always" });
      const { client } = await harness.run();

      const error = await failure<CallFailure>(create(client, "EnvironmentGroup", group));

      expect(error.code).to.equal(code);
      expect(error.message).to.match(/^EnvironmentGroup "Sales": create failed/);
    });
  }

  it("tells what exists already and what does not exist by their codes", async () => {
    const { client } = await harness.run();

    const exists = await failure<CallFailure>(create(client, "EnvironmentGroup", { displayName: "Finance" }));
    const missing = await failure<CallFailure>(read(client, "EnvironmentGroup", "Sales"));
    const kind = await failure<CallFailure>(create(client, "Teapot", group));

    expect([exists, missing, kind].map(({ code }) => code)).to.deep.equal([
      status.ALREADY_EXISTS,
      status.NOT_FOUND,
      status.NOT_FOUND,
    ]);
    expect(kind.message).to.include('does not know the type "power-platform:index:Teapot"');
  });

  it("has no JavaScript stack", async () => {
    const { client } = await harness.run();

    const error = await failure(create(client, "EnvironmentGroup", { displayName: "Finance" }));

    expect(error.message).not.to.match(/^\s*at .*:\d+/m);
  });
});

describe("what every answer of the plugin asks for", () => {
  const harness = withEmulator();

  it("is a refresh before the next update", async () => {
    const { client } = await harness.run();

    const created = await create(client, "EnvironmentGroup", { displayName: "Sales" });
    const found = await read(client, "EnvironmentGroup", created.id, {
      inputs: {},
      outputs: created.outputs,
    });

    expect([created.refreshBeforeUpdate, found.refreshBeforeUpdate]).to.deep.equal([true, true]);
  });
});
