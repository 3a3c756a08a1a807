import { expect } from "chai";

import { PartialFailureError } from "../../../provider/errors";
import { UNKNOWN } from "../../../provider/declare/plainValues";
import { asPulumiError } from "../../../provider/dynamic/pulumiError";
import { providerText } from "../../../sdk/providerText";
import { Emulator } from "../../../testing/emulator";
import type { Properties } from "../../scenarios/driver";
import { kindCases } from "../../kinds";
import { failure } from "../../scenarios/scenario";
import { adapterUnderTest } from "./adapterUnderTest";

/** What the adapter throws for an object that exists and is not finished. */
interface Partial extends Error {
  readonly id?: string;
  readonly properties?: Properties;
  readonly reasons?: readonly string[];
}

describe("what the dynamic adapter answers", () => {
  let emulator: Emulator;
  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  afterEach(() => {
    emulator.reset();
  });

  for (const { kind, inputs, change } of kindCases) {
    const text = providerText(kind);
    const declared = { ...inputs, adopt: false, timeouts: { create: "5m", update: 30 } };
    const given = { ...declared, __provider: text };

    it(`${kind}: outputs repeat all inputs and add tenant and schema version, whatever they come from`, async () => {
      const { provider } = adapterUnderTest(kind, { env: emulator.env() });
      const news = { ...declared, ...change?.inputs };

      const { id, outs: created } = await provider.create(given);
      const { props: read = {} } = await provider.read(id, { ...created, __provider: text });
      const { outs: updated } = await provider.update(id, created, { ...news, __provider: text });

      const added = { tenantId: emulator.tenantId, schemaVersion: 1 };
      for (const outputs of [created, read]) expectContains(outputs, { ...declared, ...added });
      expectContains(updated, { ...news, ...added });
    });

    it(`${kind}: no answer holds undefined, at any depth, also when inputs do`, async () => {
      const { provider } = adapterUnderTest(kind, { env: emulator.env() });
      const news = { description: undefined, ...given, ...change?.inputs };

      const checked = await provider.check({}, news);
      const created = await provider.create(news);
      const outs = { ...created.outs, __provider: text };
      const answers = [
        checked,
        created,
        await provider.diff(created.id, outs, news),
        await provider.read(created.id, outs),
        await provider.update(created.id, outs, news),
        await provider.read(created.id.replace(/[^/]+$/, "77777777-7777-4777-8777-777777777777"), outs),
        await provider.check({}, { __provider: text }),
      ];

      expect(checked.failures).to.deep.equal([]);
      for (const answer of answers) expect(undefinedIn(answer)).to.deep.equal([]);
    });

    it(`${kind}: check passes unknown values at every position, as they are`, async () => {
      const { provider } = adapterUnderTest(kind, { env: emulator.env() });

      for (const path of positionsIn(declared)) {
        const news = replaced(given, path, UNKNOWN) as Properties;
        const { inputs: checked, failures } = await provider.check({}, news);

        expect(failures, path.join(".")).to.deep.equal([]);
        expect(valueAt(checked, path), path.join(".")).to.equal(UNKNOWN);
      }
      expect(emulator.requests).to.deep.equal([]);
    });

    it(`${kind}: an unknown value at any position is a change without a warning`, async () => {
      const { provider, warnings } = adapterUnderTest(kind, { env: emulator.env() });
      const { id, outs } = await provider.create(given);
      const olds = { ...outs, __provider: text };

      for (const path of positionsIn(inputs)) {
        const answer = await provider.diff(id, olds, replaced(given, path, UNKNOWN) as Properties);
        expect(answer.changes, path.join(".")).to.equal(true);
      }

      expect(warnings).to.deep.equal([]);
    });

    it(`${kind}: old outputs without the provider's text are a change, and the update that follows writes nothing`, async () => {
      const { provider, warnings } = adapterUnderTest(kind, { env: emulator.env() });
      const { id, outs: cameBack } = await provider.create(given);
      emulator.clearRequests();

      const before = await provider.diff(id, cameBack, given);
      const { outs: updated } = await provider.update(id, cameBack, given);
      const after = await provider.diff(id, { ...updated, __provider: text }, given);

      expect(before).to.deep.include({ changes: true, replaces: [] });
      expect(after).to.deep.include({ changes: false });
      expect(emulator.writes).to.deep.equal([]);
      expect(warnings).to.deep.equal([]);
    });

    if (change === undefined) continue;
    it(`${kind}: an update that nobody recorded is a change, and the update that follows records it and writes nothing`, async () => {
      const { provider } = adapterUnderTest(kind, { env: emulator.env() });
      const { id, outs } = await provider.create(given);
      const olds = { ...outs, __provider: text };
      const news = { ...given, ...change.inputs };
      await provider.update(id, olds, news);
      emulator.clearRequests();

      const before = await provider.diff(id, olds, news);
      const { outs: updated } = await provider.update(id, olds, news);
      const after = await provider.diff(id, { ...updated, __provider: text }, news);

      expect([before.changes, after.changes]).to.deep.equal([true, false]);
      expect(updated).to.deep.include(change.inputs);
      expect(emulator.writes).to.deep.equal([]);
    });
  }

  it("gives a partial failure the text of the provider, with which its state can be read, updated and deleted", async () => {
    const { kind, inputs } = kindCases.find((each) => each.kind === "BillingPolicy")!;
    const given = { ...inputs, __provider: providerText(kind) };
    const { provider } = adapterUnderTest(kind, { env: emulator.env() });
    emulator.configure({
      provisioning: { billingPolicyCreate: "untilTold", billingPolicyUpdate: "untilTold" },
    });

    const created = await failure<Partial>(provider.create({ ...given, timeouts: { create: 5 } }));
    emulator.tenant.billingPolicies.update(created.id!, { status: "Enabled" });
    const changed = { ...given, status: "Disabled", timeouts: { update: 5 } };
    const updated = await failure<Partial>(provider.update(created.id!, created.properties!, changed));

    for (const { id, properties, reasons } of [created, updated]) {
      expect(id).to.equal(emulator.tenant.billingPolicies.list()[0]!.id);
      expect(properties).to.include({ __provider: given.__provider, tenantId: emulator.tenantId });
      expect(undefinedIn(properties)).to.deep.equal([]);
      expect(reasons).to.have.lengthOf(1);
    }
    const { provider: later } = adapterUnderTest(kind, { env: emulator.env() });
    expect((await later.read(updated.id!, updated.properties!)).id).to.equal(updated.id);
    await later.delete(updated.id!, updated.properties!);
    expect(emulator.tenant.billingPolicies.list()).to.deep.equal([]);
  });

  it("leaves undefined out of a partial failure's properties", () => {
    const error = asPulumiError(
      new PartialFailureError("id", { a: undefined, b: { c: undefined, d: 1 } }, ["why"]),
      "text",
    );

    expect(error).to.deep.include({ id: "id", properties: { b: { d: 1 }, __provider: "text" } });
    expect(Object.keys((error as Partial).properties!)).to.have.members(["b", "__provider"]);
  });
});

/** Asserts that every wanted member is there with its value, and others at will. */
function expectContains(outputs: Properties, wanted: Properties): void {
  for (const [name, value] of Object.entries(wanted)) {
    const found = outputs[name];
    if (isObject(value) && isObject(found)) expectContains(found, value);
    else expect(found, name).to.deep.equal(value);
  }
}

const isObject = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Path = readonly (string | number)[];

/** Paths of everything that holds undefined. */
function undefinedIn(value: unknown, at = "answer"): string[] {
  if (value === undefined) return [at];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => undefinedIn(each, `${at}.${name}`));
}

/** Every position inside the inputs: leaves, items, and objects and lists as a whole. */
function positionsIn(value: unknown, at: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? value.map((each, index) => [index, each] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  const below = inner.flatMap(([name, each]) => positionsIn(each, [...at, name]));
  return at.length === 0 ? below : [at, ...below];
}

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const inner = replaced((value as Properties)[name], rest, by);
  return Array.isArray(value)
    ? value.map((each: unknown, index) => (index === name ? inner : each))
    : { ...(value as Properties), [name]: inner };
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((each, name) => (each as Properties)[name], value);
