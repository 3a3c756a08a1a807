import { expect } from "chai";

import type { Kind } from "../../provider/resources";
import { kindsOf } from "../kinds";
import { Emulator } from "pulumi-power-platform-testing";
import type { Properties } from "../scenarios/driver";
import { kindCases } from "../kinds";
import { dynamicForm, type Form, pluginForm } from "./forms";
import { declare, ProgramUnderTest, type Ran } from "./programUnderTest";

/** A resource of each kind with the default provider, and a group with an explicit one. */
const program =
  (form: Form, emulator: Emulator, change: Partial<Record<Kind, Properties>> = {}) =>
  (): void => {
    for (const { kind, inputs } of kindCases) declare(form, kind, kind, { ...inputs, ...change[kind] });
    const provider = new form.sdk.Provider("explicit", {
      endpoint: emulator.url,
      tenantId: emulator.tenantId,
      accessToken: emulator.env().POWER_PLATFORM_ACCESS_TOKEN!,
    });
    new form.sdk.EnvironmentGroup("other", { displayName: "Other" }, { provider });
  };

/** One in-place change of each kind that has any. */
const changed = Object.fromEntries(
  kindCases.flatMap(({ kind, change }) => (change === undefined ? [] : [[kind, change.inputs] as const])),
) as Partial<Record<Kind, Properties>>;

/** One of each kind, and the other group. */
const resources = kindsOf("collection").length + 1;

interface Recorded {
  readonly id: string | undefined;
  readonly type: string;
  /** Package and name of its provider. */
  readonly provider: string;
  readonly isRefreshed: boolean;
  readonly code: unknown;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

async function recordedIn(stack: ProgramUnderTest): Promise<Record<string, Recorded>> {
  const states = await stack.recorded();
  return Object.fromEntries(
    states.map(({ urn, id, type, provider = "", refreshBeforeUpdate, inputs = {}, outputs = {} }) => {
      const { __provider: inputCode, ...plainInputs } = inputs;
      const { __provider: code, ...plainOutputs } = outputs;
      const [, , providerType = "", name = ""] = provider.split("::");
      const recorded: Recorded = {
        id,
        type,
        provider: `${providerType.split(":").at(-1) ?? ""} ${name}`,
        isRefreshed: refreshBeforeUpdate === true,
        code: inputCode === undefined ? code : [inputCode, code],
        inputs: plainInputs,
        outputs: plainOutputs,
      };
      return [urn.split("::").at(-1)!, recorded];
    }),
  );
}

/** What is the same in both forms. */
const valuesOf = (all: Record<string, Recorded>): object =>
  Object.fromEntries(Object.entries(all).map(([name, { id, inputs, outputs }]) => [name, { id, inputs, outputs }]));

const kindOf = (name: string): Kind => (name === "other" ? "EnvironmentGroup" : (name as Kind));

describe("a stack that moves over to the plugin, and back", function () {
  this.timeout(600_000);
  let emulator: Emulator;
  let stack: ProgramUnderTest;
  let tenant: object;
  let preview: Ran, moved: Ran, refreshed: Ran, drift: Ran, updated: Ran;
  let previewBack: Ran, back: Ran, refreshedBack: Ran, destroyed: Ran;
  let asDynamic: Record<string, Recorded>, asPlugin: Record<string, Recorded>, settled: Record<string, Recorded>;
  let beforeBack: Record<string, Recorded>, afterBack: Record<string, Recorded>;
  let seed: object, tenantAfter: object;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
    seed = emulator.snapshot();
    stack = new ProgramUnderTest(emulator, pluginForm, {
      // As in a stack that is configured in its file, among the keys of others.
      config: { "power-platform:tenantId": emulator.tenantId, "elsewhere:location": "west" },
    });
    await stack.up(program(dynamicForm, emulator));
    asDynamic = await recordedIn(stack);
    tenant = emulator.snapshot();

    preview = await stack.preview(program(pluginForm, emulator));
    moved = await stack.up();
    asPlugin = await recordedIn(stack);
    tenantAfter = emulator.snapshot();
    refreshed = await stack.refresh();
    settled = await recordedIn(stack);

    const { id } = settled.EnvironmentGroup!;
    emulator.tenant.environmentGroups.update(id!, { description: "by hand" });
    drift = await stack.preview();
    updated = await stack.up(program(pluginForm, emulator, changed));
    beforeBack = await recordedIn(stack);

    previewBack = await stack.preview(program(dynamicForm, emulator, changed));
    back = await stack.up();
    afterBack = await recordedIn(stack);
    refreshedBack = await stack.refresh();
    destroyed = await stack.destroy();
  });
  after(() => emulator.close());

  it("replaces nothing, and writes nothing in the tenant", () => {
    for (const { changes, writes } of [preview, moved]) {
      // What is made and deleted is the record of the explicit provider.
      expect(changes).to.deep.equal({ same: resources + 1, create: 1, delete: 1 });
      expect(writes).to.deep.equal([]);
    }
    expect(tenantAfter).to.deep.equal(tenant);
  });

  it("has the plugin's types and providers in state at once, with the same ids, inputs and outputs", () => {
    expect(valuesOf(asPlugin)).to.deep.equal(valuesOf(asDynamic));
    for (const [name, { type, provider }] of Object.entries(asPlugin)) {
      expect(type).to.equal(pluginForm.typeOf(kindOf(name)));
      expect(provider).to.equal(`power-platform ${name === "other" ? "explicit" : "default"}`);
    }
  });

  it("has lost the code of the dynamic provider, and is refreshed before each update, after one refresh", () => {
    expect(refreshed.changes).to.deep.equal({ same: resources + 2 });
    expect(refreshed.writes).to.deep.equal([]);
    expect(valuesOf(settled)).to.deep.equal(valuesOf(asDynamic));
    for (const [name, { code, isRefreshed }] of Object.entries(settled))
      expect({ code, isRefreshed }, name).to.deep.equal({ code: undefined, isRefreshed: true });
  });

  it("shows drift as a property in a plain preview then, and updates in place", () => {
    const step = drift.steps.find(({ op, name }) => op === "update" && name === "EnvironmentGroup");

    expect(step?.detailedDiff).to.have.all.keys("description");
    expect(drift.diff).to.include('"by hand" => "');
    expect(drift.writes).to.deep.equal([]);
    expect(updated.writes.map(({ operationId }) => operationId)).to.have.members(
      kindCases.flatMap(({ change }) => change?.updateOperation ?? []),
    );
  });

  it("comes back with the code in state and nothing else changed, and nothing written", () => {
    for (const { changes, writes } of [previewBack, back]) {
      expect(changes).to.deep.equal({ same: 1, update: resources, create: 1, delete: 1 });
      expect(writes).to.deep.equal([]);
    }
    expect(valuesOf(afterBack)).to.deep.equal(valuesOf(beforeBack));
    for (const [name, { type, provider, code }] of Object.entries(afterBack)) {
      const text = dynamicForm.codeOf(kindOf(name));
      expect(type).to.equal(dynamicForm.typeOf(kindOf(name)));
      expect(provider).to.equal(`pulumi-nodejs ${name === "other" ? "explicit" : "default"}`);
      expect(code).to.deep.equal([text, text]);
    }
  });

  it("is refreshed and destroyed there as if it had never been elsewhere", () => {
    expect(refreshedBack.changes).to.deep.equal({ same: resources + 2 });
    expect(destroyed.changes).to.deep.equal({ delete: resources + 2 });
    // The service keeps what it did, and deleted environments for some days.
    expect({ ...emulator.snapshot(), deletedEnvironments: [], operations: [] }).to.deep.equal(seed);
    expect(emulator.contractViolations).to.deep.equal([]);
  });
});

describe("a stack that has just moved over to the plugin", function () {
  this.timeout(300_000);
  let emulator: Emulator;
  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());

  it("replaces and destroys before it has ever been refreshed", async () => {
    const seed = emulator.snapshot();
    const stack = new ProgramUnderTest(emulator, pluginForm);
    const { kind, inputs, replacing } = kindCases.find((each) => "location" in each.replacing)!;
    await stack.up(() => declare(dynamicForm, kind, "one", inputs));

    const replaced = await stack.up(() => declare(pluginForm, kind, "one", { ...inputs, ...replacing.location }));
    const destroyed = await stack.destroy();

    expect(replaced.changes).to.deep.equal({ same: 1, replace: 1 });
    expect(replaced.writes.map(({ method }) => method)).to.deep.equal(["POST", "DELETE"]);
    expect(destroyed.changes).to.deep.equal({ delete: 2 });
    expect(emulator.snapshot()).to.deep.equal(seed);
  });
});
