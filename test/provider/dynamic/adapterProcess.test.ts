import { kinds } from "../../../provider/resources";
import { join } from "node:path";
import { expect } from "chai";

import { providerText } from "../../../sdk/providerText";
import { Emulator } from "../../../testing/emulator";
import { fakeClock } from "../../fakeClock";
import type { DriverError, ProviderDriver } from "../../scenarios/driver";
import { type DynamicProcess, startDynamicProcess } from "../../scenarios/dynamicDriver";
import { kindCases } from "../../kinds";
import { failure } from "../../scenarios/scenario";
import { until } from "../../until";

const preload = (name: string): string => `--require ${join(__dirname, "../../scenarios", `${name}.js`)}`;

/** A line of a JavaScript stack. */
const stackLine = /^\s*at .*:\d+(:\d+)?\)?$/m;

describe("the dynamic provider process", function () {
  this.timeout(60_000);
  let emulator: Emulator;
  let running: DynamicProcess;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
    running = await startDynamicProcess({
      env: { ...emulator.env(), NODE_OPTIONS: preload("fastClock") },
    });
  });
  after(async () => {
    await running.close();
    await emulator.close();
  });
  afterEach(() => {
    emulator.reset();
  });

  for (const { kind, inputs, change } of kindCases.filter((each) => each.change !== undefined)) {
    describe(`${kind} that somebody has changed`, () => {
      const olds = { ...inputs, ...change!.inputs };

      /** Made as `olds` and then changed to `inputs`, which state does not know. */
      async function drifted(provider: ProviderDriver) {
        const { id, outputs } = await provider.create(kind, olds);
        await provider.update(kind, id, outputs, inputs);
        return { id, outputs };
      }

      it("is named in a warning over the engine's log, once however often it is compared", async () => {
        const { id, outputs } = await drifted(running.run());
        const provider = running.run();

        for (let time = 0; time < 3; time++) await provider.diff(kind, id, outputs, olds);

        expect(provider.warnings).to.have.lengthOf(1);
        expect(provider.warnings[0])
          .to.match(/^drift in .*\(live\) => .*\(program\)$/)
          .and.include(id);
      });

      it("is no warning during a refresh, nor in the comparison after it", async () => {
        const { id, outputs } = await drifted(running.run());
        const provider = running.run();

        const fresh = await provider.read(kind, id, outputs);
        const shown = await provider.diff(kind, id, fresh.outputs, olds);
        const later = await provider.diff(kind, id, fresh.outputs, olds);

        expect([shown.changes, later.changes]).to.deep.equal([true, true]);
        expect(provider.warnings).to.deep.equal([]);
      });

      it("is read with inputs that say what is live", async () => {
        const { id, outputs } = await drifted(running.run());

        const fresh = await running.run().read(kind, id, outputs);

        expect(fresh.inputs).to.deep.include(inputs);
        expect(fresh.inputs).to.include({ __provider: providerText(kind) });
      });
    });
  }

  it("warns once for each resource of several", async () => {
    const groups = ["One", "Two"].map((displayName) => ({ displayName, description: "declared" }));
    const creator = running.run();
    const made = await Promise.all(groups.map((group) => creator.create("EnvironmentGroup", group)));
    for (const { id } of made) emulator.tenant.environmentGroups.update(id, { description: "by hand" });
    const provider = running.run();

    for (const [index, { id, outputs }] of [...made.entries(), ...made.entries()])
      await provider.diff("EnvironmentGroup", id, outputs, groups[index]!);

    expect(provider.warnings.map((warning) => /"(One|Two)"/.exec(warning)?.[1])).to.have.members(["One", "Two"]);
  });

  it("tells what it waits for, with the name of the resource, while it waits", async () => {
    const { inputs } = kindCases.find(({ kind }) => kind === "BillingPolicy")!;
    emulator.configure({ provisioning: { billingPolicyCreate: 3 } });
    const before = running.said.length;

    await running.run().create("BillingPolicy", inputs);

    const said = running.said.slice(before).filter(({ isEphemeral }) => isEphemeral);
    expect(said).to.have.lengthOf(3);
    for (const { message, urn } of said) {
      expect(message).to.match(/^BillingPolicy "payg-europe": waiting: status "Provisioning"(, \d+ s)?$/);
      expect(urn).to.equal("");
    }
  });

  it("answers that there are changes when the recorded outputs lack the provider's text, and then writes nothing", async () => {
    for (const { kind, inputs } of kindCases) {
      const provider = running.run();
      const { id, outputs } = await provider.create(kind, inputs);
      const cameBack = { ...outputs, __provider: undefined };
      emulator.clearRequests();

      const answer = await provider.diff(kind, id, cameBack, inputs);
      const updated = await provider.update(kind, id, cameBack, inputs);

      expect(answer).to.deep.include({ changes: true, replaces: [] });
      expect(updated).to.include({ __provider: providerText(kind) });
      expect(emulator.writes).to.deep.equal([]);
    }
  });

  it("records the provider's text with a partial failure of a create and of an update", async () => {
    const { kind, inputs } = kindCases.find((each) => each.kind === "BillingPolicy")!;
    emulator.configure({
      provisioning: { billingPolicyCreate: "untilTold", billingPolicyUpdate: "untilTold" },
    });

    const created = await failure<DriverError>(running.run().create(kind, { ...inputs, timeouts: { create: "5s" } }));
    const { id, properties } = created.initFailure!;
    emulator.tenant.billingPolicies.update(id, { status: "Enabled" });
    const news = { ...inputs, status: "Disabled", timeouts: { update: "5s" } };
    const updated = await failure<DriverError>(running.run().update(kind, id, properties, news));

    expect([properties.__provider, updated.initFailure!.properties.__provider]).to.deep.equal([
      providerText(kind),
      providerText(kind),
    ]);
    expect(updated.initFailure!.id).to.equal(id);
  });

  describe("that cannot do what is asked", () => {
    let printed: string;
    const messages: string[] = [];

    before(async () => {
      const failing = await startDynamicProcess({
        env: { ...emulator.env(), NODE_OPTIONS: preload("fastClock") },
      });
      const creator = failing.run();
      const made = await Promise.all(
        kindCases.map(async (each) => ({ ...each, ...(await creator.create(each.kind, each.inputs)) })),
      );
      const provider = failing.run();
      for (const { kind, inputs, id, outputs } of made) {
        const elsewhere = { ...outputs, tenantId: "99999999-0000-4000-8000-000000000009" };
        const calls = [
          () => provider.diff(kind, id, elsewhere, inputs),
          () => provider.read(kind, id, elsewhere),
          () => provider.update(kind, id, elsewhere, inputs),
          () => provider.delete(kind, id, elsewhere),
          () => provider.create(kind, inputs),
          () => provider.read(kind, "77777777-7777-4777-8777-777777777777", {}),
        ];
        for (const call of calls) messages.push((await failure(call())).message);
      }
      messages.push((await failure(provider.check("Teapot", {}, {}))).message);
      await failing.close();
      printed = failing.printed();
    });

    it("says why, in the error and in what it prints", () => {
      expect(messages.filter((message) => message === "")).to.deep.equal([]);
      expect(printed).to.include("is recorded in tenant 99999999-0000-4000-8000-000000000009");
      expect(printed).to.include("not found in tenant");
    });

    it("prints no JavaScript stack", () => {
      expect(printed).not.to.match(stackLine);
      expect(messages.join("\n")).not.to.match(stackLine);
    });

    it("names the kinds it has when it is asked for one that it does not know", () => {
      expect(messages.at(-1)).to.equal(
        `pulumi-power-platform does not know the kind "Teapot"; this version has ${kinds.join(", ")}.`,
      );
    });
  });

  describe("whose engine is gone", () => {
    it("ends itself", async () => {
      const orphan = await startDynamicProcess({
        env: { ...emulator.env(), NODE_OPTIONS: preload("tickingClock") },
      });
      await orphan.run().check("EnvironmentGroup", {}, { displayName: "Sales" });

      orphan.stopEngine();

      expect(await orphan.ended).to.equal(0);
    });

    it("finishes the call that is under way before it ends itself", async () => {
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      const held = await Emulator.start({ isv: true, clock: { ...fakeClock(), sleep: () => released } });
      const orphan = await startDynamicProcess({
        env: { ...held.env(), NODE_OPTIONS: preload("tickingClock") },
      });
      held.configure({ latencyMs: 1 });
      const provider = orphan.run();
      const creating = provider.create("EnvironmentGroup", { displayName: "Sales" });
      // Its answer may get lost with the process; the change itself may not.
      creating.catch(() => undefined);
      await until(() => held.requests.length > 0);

      orphan.stopEngine();
      const ticks = (): number => orphan.printed().split("tick").length - 1;
      const seen = ticks();
      await until(() => ticks() > seen + 5);
      release();

      expect(await orphan.ended).to.equal(0);
      expect(held.tenant.environmentGroups.list().map(({ displayName }) => displayName)).to.include("Sales");
      await held.close();
    });
  });
});
