import { expect } from "chai";

import { naturalKeyNames } from "../../../provider/declare/identity";
import { UNKNOWN } from "../../../provider/declare/plainValues";
import { definitionOf } from "../../../provider/resources";
import { declared, kindCases } from "../../kinds";
import { failure } from "../../scenarios/scenario";
import { withEmulator } from "./harness";
import { create, detailedDiff, read, secret, unknown, update } from "./wire";

const tenantId = "00000000-0000-4000-8000-000000000001";

describe("a preview through the plugin", () => {
  const harness = withEmulator();

  it("of a create shows the inputs and leaves open what the service adds", async () => {
    const { client } = await harness.run();

    const { id, outputs } = await create(
      client,
      "BillingPolicy",
      { ...declared.BillingPolicy, status: "Enabled" },
      { preview: true },
    );

    expect(id).to.equal("");
    expect(outputs).to.deep.equal({
      ...declared.BillingPolicy,
      billingInstrument: { ...(declared.BillingPolicy.billingInstrument as object), id: UNKNOWN },
      ...{ type: UNKNOWN, createdOn: UNKNOWN, createdBy: UNKNOWN },
      ...{ lastModifiedOn: UNKNOWN, lastModifiedBy: UNKNOWN },
      ...{ tenantId, schemaVersion: 1 },
    });
    expect(harness.emulator.requests.map(({ operationId }) => operationId)).to.deep.equal(["listBillingPolicies"]);
  });

  for (const kindCase of kindCases) {
    const { kind, inputs, plant, change } = kindCase;

    it(`of a create of a ${kind} that exists says in the same words what the create then says`, async () => {
      plant(harness.emulator);
      const { client, warnings } = await harness.run();

      await create(client, kind, inputs, { preview: true });
      const error = await failure(create(client, kind, inputs));

      expect(warnings).to.deep.equal([`as it looks now: ${error.message}`]);
      expect(error.message).to.include("it exists already as");
      expect(harness.emulator.writes).to.deep.equal([]);
    });

    it(`of a ${kind} that is a forced replacement tells how that can be done, as the create then does`, async () => {
      const { id, outputs } = await create((await harness.run()).client, kind, inputs);
      const { client, warnings } = await harness.run();
      // The note of the create goes.
      await detailedDiff((await harness.run()).client, kind, { id, inputs, outputs }, inputs);
      // With `--replace` and a taint the engine compares nothing; it has refreshed the resource.
      await read(client, kind, id, { inputs, outputs });

      await create(client, kind, inputs, { preview: true });
      const error = await failure(create(client, kind, inputs));

      expect(warnings.join()).to.match(/ is a forced replacement: with the option .*`deleteBeforeReplace: true`/);
      expect(error.message).to.include(`it exists already as ${id}, which is this resource's own`);
      expect(error.message).to.include("`deleteBeforeReplace: true`").and.not.include("`adopt: true`");
    });

    it(`of a create of a ${kind} that is to be adopted says what is taken over, and what changes`, async () => {
      const id = plant(harness.emulator);
      const { client, warnings } = await harness.run();

      await create(client, kind, { ...inputs, adopt: true }, { preview: true });

      const [line = "", ...changes] = warnings.join("\n").split("\n");
      expect(line)
        .to.include("exists already and is adopted as")
        .and.match(new RegExp(`${id}$`));
      expect(changes).to.have.lengthOf(change === undefined ? 0 : 1);
      for (const each of changes) expect(each).to.match(/^ {2}\w+: .* \(live\) => .* \(program\)$/);
      expect(harness.emulator.writes).to.deep.equal([]);
    });
  }

  it("of many creates asks one listing a collection, as much as there are", async () => {
    const { client } = await harness.run();

    await Promise.all(
      ["A", "B", "C"].map((displayName) =>
        create(client, "EnvironmentGroup", { displayName }, { preview: true, name: displayName }),
      ),
    );

    expect(harness.emulator.requests).to.have.lengthOf(1);
  });

  it("of a create in a tenant that refuses says nothing, fails nothing, and asks once", async () => {
    harness.emulator.fault({ method: "GET", path: "/**", kind: "status", status: 403, times: "always" });
    const { client, warnings } = await harness.run();

    for (const { kind, inputs } of kindCases) await create(client, kind, inputs, { preview: true });

    expect(warnings).to.deep.equal([]);
    expect(harness.emulator.requests).to.have.lengthOf(1);
  });

  it("of a create whose name is not known yet asks nothing", async () => {
    const { client } = await harness.run();

    for (const { kind, inputs } of kindCases) {
      const [name = ""] = naturalKeyNames(definitionOf(kind), inputs);
      await create(client, kind, { ...inputs, [name]: unknown }, { preview: true });
    }

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
    const inputs = { ...declared.RoleAssignment, scope: unknown };

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
