import { expect } from "chai";

import { declared, kindCases } from "../../kinds";
import { withEmulator } from "./harness";
import { create, detailedDiff, unknown, update } from "./wire";

const policy = kindCases.find(({ kind }) => kind === "BillingPolicy")!.inputs;
const contract = kindCases.find(({ kind }) => kind === "IsvContract")!.inputs;

describe("the plugin's Diff", () => {
  const harness = withEmulator();

  async function made(kind: string, inputs: Record<string, unknown>) {
    const { client } = await harness.run();
    const { id, outputs } = await create(client, kind, inputs);
    return { client, olds: { id, inputs, outputs } };
  }

  it("has nothing to say of what is the same in other words", async () => {
    for (const { kind, inputs, respelled } of kindCases) {
      const { client, olds } = await made(kind, inputs);

      const answer = await detailedDiff(client, kind, olds, { ...inputs, ...respelled });

      expect(answer, kind).to.deep.equal({ diff: {}, replaces: [], changes: "DIFF_NONE" });
    }
  });

  it("names nested properties and what replaces", async () => {
    const { client, olds } = await made("BillingPolicy", policy);
    const billingInstrument = { ...(policy.billingInstrument as object), resourceGroup: "rg-other" };

    const answer = await detailedDiff(client, "BillingPolicy", olds, {
      ...policy,
      status: "Disabled",
      billingInstrument,
    });

    expect(answer).to.deep.equal({
      diff: { status: "UPDATE input", "billingInstrument.resourceGroup": "UPDATE_REPLACE input" },
      replaces: ["billingInstrument"],
      changes: "DIFF_SOME",
    });
  });

  it("tells additions and removals from changes", async () => {
    const { client, olds } = await made("IsvContract", contract);

    const answer = await detailedDiff(client, "IsvContract", olds, {
      ...contract,
      conditions: {},
      powerAutomatePolicy: {
        ...(contract.powerAutomatePolicy as object),
        desktopFlowAttendedRunsPayAsYouGoState: "Enabled",
      },
    });

    expect(answer.diff).to.deep.equal({
      "conditions.apiFilter.requiredApis": "DELETE input",
      "powerAutomatePolicy.desktopFlowAttendedRunsPayAsYouGoState": "ADD input",
    });
  });

  it("says that the program is as it was where somebody else has changed the object", async () => {
    const { client, olds } = await made("EnvironmentGroup", {
      displayName: "Sales",
      description: "declared",
    });
    harness.emulator.tenant.environmentGroups.update(olds.id, { description: "by hand" });
    const { client: later } = await harness.run();

    const answer = await detailedDiff(later, "EnvironmentGroup", olds, olds.inputs);

    expect(answer.diff).to.deep.equal({ description: "UPDATE" });
    expect(client).not.to.equal(later);
  });

  it("has an update record what the program and somebody else have changed alike, and only then", async () => {
    const { olds } = await made("EnvironmentGroup", { displayName: "Sales", description: "declared" });
    harness.emulator.tenant.environmentGroups.update(olds.id, { description: "alike" });
    const { client } = await harness.run();
    const news = { ...olds.inputs, description: "alike" };

    const changed = await detailedDiff(client, "EnvironmentGroup", olds, news);
    const unchanged = await detailedDiff(client, "EnvironmentGroup", { ...olds, inputs: news }, news);

    expect([changed.changes, changed.replaces]).to.deep.equal(["DIFF_SOME", []]);
    expect(unchanged.changes).to.equal("DIFF_NONE");
  });

  it("shows what is live where the program declares for the first time what it left to the service", async () => {
    const { olds } = await made("IsvContract", { ...contract, powerAutomatePolicy: {} });
    const byHand = { cloudFlowRunsPayAsYouGoState: "Enabled" };
    harness.emulator.tenant.isvContracts.update(olds.id, { powerAutomatePolicy: byHand });
    const { client } = await harness.run();

    const answer = await detailedDiff(client, "IsvContract", olds, {
      ...contract,
      powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Disabled" },
    });

    expect(answer.diff).to.deep.equal({ "powerAutomatePolicy.cloudFlowRunsPayAsYouGoState": "UPDATE" });
  });

  it("counts what is not known yet as a change", async () => {
    const { client, olds } = await made("RoleAssignment", declared.RoleAssignment);

    const answer = await detailedDiff(client, "RoleAssignment", olds, {
      ...olds.inputs,
      principalObjectId: unknown,
    });

    expect(answer.diff).to.deep.equal({ principalObjectId: "UPDATE_REPLACE input" });
  });

  it("replaces an object that is gone, and warns beside the resource", async () => {
    const { olds } = await made("EnvironmentGroup", { displayName: "Sales" });
    harness.emulator.tenant.environmentGroups.remove(olds.id);
    const driver = await harness.run();

    const answer = await detailedDiff(driver.client, "EnvironmentGroup", olds, olds.inputs);

    expect(answer).to.deep.include({ replaces: ["id"], changes: "DIFF_SOME" });
    expect(driver.engine.said).to.deep.equal([
      {
        urn: "urn:pulumi:dev::test::power-platform:index:EnvironmentGroup::one",
        message: `drift in EnvironmentGroup "Sales" (${olds.id}): deleted (live) => recreated (program)`,
        isEphemeral: false,
      },
    ]);
  });

  for (const ignored of [["description"], ["*"]]) {
    it(`leaves ${ignored.join()} to others, in the diff and in an update`, async () => {
      const { olds } = await made("EnvironmentGroup", { displayName: "Sales", description: "declared" });
      harness.emulator.tenant.environmentGroups.update(olds.id, { description: "by hand" });
      const { client } = await harness.run();

      const answer = await detailedDiff(client, "EnvironmentGroup", olds, olds.inputs, ignored);
      const updated = await update(client, "EnvironmentGroup", olds, olds.inputs, { ignoreChanges: ignored });

      expect(answer.changes).to.equal("DIFF_NONE");
      expect(updated.outputs).to.include({ description: "by hand" });
      expect(harness.emulator.tenant.environmentGroups.get(olds.id)).to.include({ description: "by hand" });
    });
  }

  const spellings = [
    "powerAutomatePolicy.cloudFlowRunsPayAsYouGoState",
    'powerAutomatePolicy["cloudFlowRunsPayAsYouGoState"]',
    '["powerAutomatePolicy"]["cloudFlowRunsPayAsYouGoState"]',
  ];
  for (const path of spellings) {
    it(`leaves a nested property to others, as ${path}, while the rest is updated`, async () => {
      const { olds } = await made("IsvContract", contract);
      const by = (cloudFlowRunsPayAsYouGoState: string) => ({
        powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState },
      });
      harness.emulator.tenant.isvContracts.update(olds.id, by("Disabled"));
      const { client } = await harness.run();
      const news = { ...contract, status: "Disabled" };
      const ignoreChanges = [path];

      const answer = await detailedDiff(client, "IsvContract", olds, news, ignoreChanges);
      await update(client, "IsvContract", olds, news, { ignoreChanges });

      expect(answer.diff).to.deep.equal({ status: "UPDATE input" });
      expect(harness.emulator.tenant.isvContracts.get(olds.id)).to.deep.include({
        status: "Disabled",
        ...by("Disabled"),
      });
    });
  }
});
