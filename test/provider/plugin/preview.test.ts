import { expect } from "chai";

import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { kindCases } from "../../scenarios/kindCases";
import { withEmulator } from "./harness";
import { create, secret, unknown, update } from "./wire";

const tenantId = "00000000-0000-4000-8000-000000000001";

describe("a preview through the plugin", () => {
  const harness = withEmulator();

  it("of a create shows the inputs and leaves open what the service adds", async () => {
    const { client } = await harness.run();

    const { id, outputs } = await create(
      client,
      "BillingPolicy",
      { ...kindCases[2]!.inputs, status: "Enabled" },
      { preview: true },
    );

    expect(id).to.equal("");
    expect(outputs).to.deep.equal({
      ...kindCases[2]!.inputs,
      billingInstrument: { ...(kindCases[2]!.inputs.billingInstrument as object), id: UNKNOWN },
      ...{ type: UNKNOWN, createdOn: UNKNOWN, createdBy: UNKNOWN },
      ...{ lastModifiedOn: UNKNOWN, lastModifiedBy: UNKNOWN },
      ...{ tenantId, schemaVersion: 1 },
    });
    expect(harness.emulator.requests).to.deep.equal([]);
  });

  it("of a create has every output that the create then has", async () => {
    for (const { kind, inputs } of kindCases) {
      const { client } = await harness.run();

      const preview = await create(client, kind, inputs, { preview: true });
      const { outputs } = await create(client, kind, inputs);

      const expected = Object.keys(outputs).filter((name) => name !== "undeclared");
      expect(Object.keys(preview.outputs), kind).to.include.members(expected);
    }
  });

  it("of a create with values that are not known passes them on", async () => {
    const { client } = await harness.run();
    const inputs = { ...kindCases[0]!.inputs, scope: unknown };

    const { outputs } = await create(client, "RoleAssignment", inputs, { preview: true });

    expect(outputs).to.include({ scope: unknown, roleAssignmentId: unknown, roleDefinitionId: "reader" });
  });

  it("of an update keeps what an update leaves alone", async () => {
    const { client } = await harness.run();
    const inputs = { displayName: "Sales", description: "old" };
    const olds = await create(client, "EnvironmentGroup", inputs);
    harness.emulator.clearRequests();

    const { outputs } = await update(
      client,
      "EnvironmentGroup",
      olds,
      { displayName: "Sales EMEA" },
      { preview: true },
    );

    expect(outputs).to.deep.equal({
      displayName: "Sales EMEA",
      createdTime: olds.outputs.createdTime,
      createdBy: olds.outputs.createdBy,
      ...{ lastModifiedTime: UNKNOWN, lastModifiedBy: UNKNOWN },
      ...{ tenantId, schemaVersion: 1 },
    });
    expect(harness.emulator.requests).to.deep.equal([]);
  });

  it("of an update is what the update then gives, for each kind that can be updated", async () => {
    for (const { kind, inputs, change } of kindCases.filter((each) => each.change !== undefined)) {
      const { client } = await harness.run();
      const olds = await create(client, kind, inputs);
      const news = { ...inputs, ...change!.inputs };

      const preview = await update(client, kind, olds, news, { preview: true });
      const { outputs } = await update(client, kind, olds, news);

      const recorded = Object.fromEntries(Object.entries(outputs).filter(([name]) => name !== "undeclared"));
      const known = Object.entries(preview.outputs).filter(([, value]) => value !== UNKNOWN);
      expect(recorded, kind).to.deep.include(Object.fromEntries(known));
      expect(preview.outputs, kind).to.have.all.keys({ ...recorded, ...preview.outputs });
    }
  });

  it("keeps secrets secret", async () => {
    const { client } = await harness.run();
    const inputs = { displayName: "Sales", description: secret("hush-hush") };

    const { outputs } = await create(client, "EnvironmentGroup", inputs, { preview: true });

    expect(outputs).to.deep.include({ description: secret("hush-hush"), displayName: "Sales" });
  });
});
