import { expect } from "chai";

import { definitionOf, type Kind } from "../../../provider/resources";
import { kindCases } from "../../kinds";
import { failure } from "../../scenarios/scenario";
import { withEmulator } from "./harness";
import { create, detailedDiff, read } from "./wire";

/** Whether the tenant shows an input. */
const isLive = (kind: Kind, name: string): boolean =>
  definitionOf(kind).fields.some((node) => node.name === name && node.writeOnly !== true);

/** Whether the service decides an input that the program leaves out. */
const isComputed = (kind: Kind, name: string): boolean =>
  definitionOf(kind).fields.some((node) => node.name === name && node.absent === "computed");

describe("an import through the plugin", () => {
  const harness = withEmulator();

  for (const { kind, inputs, plant } of kindCases) {
    it(`of a ${kind} gives inputs that declare exactly what is live`, async () => {
      const id = definitionOf(kind).address.id(inputs, plant(harness.emulator));
      const { client } = await harness.run();

      const found = await read(client, kind, id);

      const state = { id: found.id, inputs: found.inputs!, outputs: found.outputs };
      const answer = await detailedDiff(client, kind, state, found.inputs!);
      expect(Object.keys(found.inputs!)).to.include.members(Object.keys(inputs).filter((name) => isLive(kind, name)));
      expect(answer.changes).to.equal("DIFF_NONE");
      expect(found.refreshBeforeUpdate).to.equal(true);
      expect(harness.emulator.writes).to.deep.equal([]);
    });

    it(`of a ${kind} stays quiet when the program leaves optional inputs to the service`, async () => {
      const id = definitionOf(kind).address.id(inputs, plant(harness.emulator));
      const { client } = await harness.run();
      const found = await read(client, kind, id);

      // What state holds after the `import` option: the program's inputs, and outputs as they were read.
      const refreshed = await read(client, kind, found.id, { inputs, outputs: found.outputs });

      const managed = Object.keys(found.inputs!).filter((name) => name in inputs || !isComputed(kind, name));
      expect(Object.keys(refreshed.inputs!)).to.have.members([...new Set([...Object.keys(inputs), ...managed])]);
      expect(refreshed.inputs!.powerAutomatePolicy).to.deep.equal(inputs.powerAutomatePolicy);
    });
  }

  it("takes an id in capitals and the path of an object, and records the service's id", async () => {
    const group = kindCases.find(({ kind }) => kind === "EnvironmentGroup")!;
    const id = group.plant(harness.emulator);
    const { client } = await harness.run();

    const found = await Promise.all(
      [id.toUpperCase(), `/environmentManagement/environmentGroups/${id}`].map((each) =>
        read(client, "EnvironmentGroup", each),
      ),
    );

    expect(found.map((each) => each.id)).to.deep.equal([id, id]);
  });

  it("takes a bare GUID for a role assignment at the tenant", async () => {
    const id = kindCases.find(({ kind }) => kind === "RoleAssignment")!.plant(harness.emulator);
    const { client } = await harness.run();

    const found = await read(client, "RoleAssignment", id);

    expect(found.id).to.equal(`/roleAssignments/${id}`);
  });

  it("of something that is not there says where it looked and what is there", async () => {
    const { client } = await harness.run();

    const byName = await failure(read(client, "EnvironmentGroup", "Finance"));
    const byId = await failure(read(client, "BillingPolicy", "99999999-9999-4999-8999-999999999999"));

    expect(byName.message)
      .to.include('looked for id "Finance" at /environmentmanagement/environmentGroups.')
      .and.include('There: "Finance" (dddddddd-dddd-4ddd-8ddd-dddddddddddd).');
    expect(byId.message).to.include("Nothing is there.");
  });

  it("names some of many", async () => {
    for (let index = 0; index < 12; index++)
      harness.emulator.tenant.environmentGroups.add({ displayName: `Group ${index}` });
    const { client } = await harness.run();

    const error = await failure(read(client, "EnvironmentGroup", "Sales"));

    expect(error.message).to.include('"Group 8"').and.include("and 3 more.").and.not.include("Group 11");
  });
});

describe("a refresh through the plugin", () => {
  const harness = withEmulator();

  it("goes by the program's inputs: what it leaves to the service is no input", async () => {
    const { inputs } = kindCases.find(({ kind }) => kind === "IsvContract")!;
    const { client } = await harness.run();
    const { id, outputs } = await create(client, "IsvContract", inputs);
    harness.emulator.tenant.isvContracts.update(id, {
      powerAutomatePolicy: {
        cloudFlowRunsPayAsYouGoState: "Enabled",
        desktopFlowAttendedRunsPayAsYouGoState: "Enabled",
      },
    });
    const { client: later } = await harness.run();

    const refreshed = await read(later, "IsvContract", id, { inputs, outputs });

    expect(refreshed.inputs).to.deep.equal(inputs);
    expect(refreshed.outputs).to.have.nested.property("powerAutomatePolicy.desktopFlowAttendedRunsPayAsYouGoState");
  });

  it("answers without an id for an object that is gone", async () => {
    const { client } = await harness.run();
    const inputs = { displayName: "Sales" };
    const { id, outputs } = await create(client, "EnvironmentGroup", inputs);
    harness.emulator.tenant.environmentGroups.remove(id);
    const { client: later } = await harness.run();

    expect(await read(later, "EnvironmentGroup", id, { inputs, outputs })).to.deep.include({
      id: "",
      outputs: {},
    });
  });

  it("drops what the dynamic provider has recorded for itself", async () => {
    const { client } = await harness.run();
    const inputs = { displayName: "Sales" };
    const { id, outputs } = await create(client, "EnvironmentGroup", inputs);
    const text = { __provider: "exports.handler = …" };

    const refreshed = await read(client, "EnvironmentGroup", id, {
      inputs: { ...inputs, ...text },
      outputs: { ...outputs, ...text },
    });

    expect(refreshed.outputs).to.deep.equal(outputs);
    expect(refreshed.inputs).to.deep.equal(inputs);
  });
});

describe("a get through the plugin", () => {
  const harness = withEmulator();

  it("has outputs and declares nothing", async () => {
    const { client } = await harness.run();

    const found = await read(client, "EnvironmentGroup", "dddddddd-dddd-4ddd-8ddd-dddddddddddd", {
      inputs: {},
      outputs: {},
    });

    expect(found.outputs).to.include({ displayName: "Finance" });
    expect(found.inputs).to.equal(undefined);
  });
});
