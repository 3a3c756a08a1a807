import { expect } from "chai";

import type { Kind } from "../../provider/resources";
import { kindsOf } from "../kinds";
import { Emulator } from "pulumi-power-platform-testing";
import type { Properties } from "../scenarios/driver";
import type { CollectionDefinition } from "../../provider/declare/define";
import { definitionOf } from "../../provider/resources";
import { kindCases } from "../kinds";
import { describeForms, type Form } from "./forms";
import { declare, get, ProgramUnderTest, type Ran } from "./programUnderTest";

/** Links and settings are deployed by their examples. */
const kinds = kindsOf("collection");

const all =
  (form: Form, change: Partial<Record<Kind, Properties>> = {}) =>
  (): void => {
    for (const { kind, inputs } of kindCases) declare(form, kind, kind, { ...inputs, ...change[kind] });
  };

/** One replacing change of each kind that has any. */
const replacing = Object.fromEntries(
  kindCases.flatMap((each) =>
    Object.values(each.replacing)
      .slice(0, 1)
      .map((change) => [each.kind, change] as const),
  ),
) as Partial<Record<Kind, Properties>>;

/** What only the program knows: no answer of the service has it. */
function ofProgram(kind: Kind): readonly string[] {
  const { fields, programFields } = definitionOf(kind);
  const unread = [...fields.filter(({ writeOnly }) => writeOnly === true), ...programFields];
  return ["undeclared", ...unread.map(({ name }) => name)];
}

describeForms("a program with a resource of each collection", (form) => {
  let emulator: Emulator;
  let program: ProgramUnderTest;
  let seed: object;
  let preview: Ran, created: Ran, again: Ran, got: Ran;
  let lossPreview: Ran, recreated: Ran, afterLoss: Ran;
  let replaced: Ran, destroyed: Ran;
  let ids: Readonly<Record<string, string>>;
  let recorded: Awaited<ReturnType<ProgramUnderTest["recorded"]>>;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
    // The group that the rule set moves to.
    const { environmentGroupId: id } = replacing.EnvironmentGroupRuleSet as { environmentGroupId: string };
    emulator.tenant.environmentGroups.add({ id, displayName: "Finance 2" });
    program = new ProgramUnderTest(emulator, form, { hasProcesses: true });
    seed = emulator.snapshot();
    preview = await program.preview(all(form));
    created = await program.up();
    recorded = await program.recorded();
    ids = Object.fromEntries(recorded.map(({ urn, id = "" }) => [urn.split("::").at(-1)!, id]));
    again = await program.up();
    got = await program.up(() => {
      all(form)();
      for (const kind of kinds) get(form, kind, `got-${kind}`, ids[kind]!);
    });
    for (const each of kindCases) each.remove(emulator, each.live(emulator)[0]!.id);
    lossPreview = await program.preview(all(form));
    recreated = await program.up();
    afterLoss = await program.up();
    replaced = await program.up(all(form, replacing));
    destroyed = await program.destroy();
  });
  after(() => emulator.close());

  it("writes nothing in the preview", () => {
    expect(preview.changes).to.deep.equal({ create: kinds.length + 1 });
    expect(preview.writes).to.deep.equal([]);
  });

  it("makes one object each", () => {
    expect(created.changes).to.deep.equal({ create: kinds.length + 1 });
    expect(created.writes.map(({ operationId }) => operationId)).to.have.members(
      kindCases.map(({ createOperation }) => createOperation),
    );
  });

  it("writes nothing the second time, and asks one listing a collection", () => {
    expect(again.changes).to.deep.equal({ same: kinds.length + 1 });
    // What a list does not show all of is read by its own route too.
    const asked = kindCases.flatMap(({ kind, listOperation, getOperation }) =>
      (definitionOf(kind) as CollectionDefinition).readBy === "route" ? [listOperation, getOperation] : [listOperation],
    );
    expect(again.requests.map(({ operationId }) => operationId)).to.have.members(asked);
  });

  it("gets each kind with all that it has, and writes nothing", () => {
    for (const kind of kinds) {
      const read = got.steps.find(({ name }) => name === `got-${kind}`)!;
      const { outputs = {} } = recorded.find(({ urn }) => urn.endsWith(`::${kind}`))!;

      expect(read).to.include({ op: "read", id: ids[kind] });
      expect(read.newOutputs).to.include.keys(Object.keys(outputs).filter((name) => !ofProgram(kind).includes(name)));
    }
    expect(got.writes).to.deep.equal([]);
  });

  it("keeps the same few bytes of code in state for every kind, or none", () => {
    for (const kind of kinds) {
      const { type, inputs = {}, outputs = {} } = recorded.find(({ urn }) => urn.endsWith(`::${kind}`))!;

      expect(type).to.equal(form.typeOf(kind));
      expect([inputs.__provider, outputs.__provider]).to.deep.equal([form.codeOf(kind), form.codeOf(kind)]);
    }
  });

  it("keeps less than two kilobytes a resource in state", () => {
    const sizes = recorded.map((state) => [state.urn.split("::").at(-1)!, JSON.stringify(state).length] as const);

    console.log(`      bytes of state: ${sizes.map(([kind, size]) => `${kind} ${size}`).join(", ")}`);
    for (const [kind, size] of sizes) expect(size, kind).to.be.below(2_048);
  });

  it("says in the preview what was deleted by somebody, and writes nothing", () => {
    const { changes, warnings, writes } = lossPreview;

    expect(writes).to.deep.equal([]);
    if (form.isRefreshed) {
      expect(changes).to.deep.equal({ same: 1, discard: kinds.length, create: kinds.length });
    } else {
      expect(warnings).to.have.lengthOf(kinds.length);
      for (const warning of warnings) expect(warning).to.match(/^drift in .*: deleted \(live\)/);
    }
  });

  it("makes anew what was deleted by somebody, once", () => {
    const posts = recreated.writes.filter(({ method }) => method === "POST");

    expect(posts.map(({ operationId }) => operationId)).to.have.members(
      kindCases.map(({ createOperation }) => createOperation),
    );
    expect(afterLoss.changes).to.deep.equal({ same: kinds.length + 1 });
    expect(afterLoss.writes).to.deep.equal([]);
  });

  for (const { kind, createOperation, deleteOperation } of kindCases.filter(({ kind }) => kind in replacing)) {
    it(`replaces ${kind} by making the new one first and deleting the old one after`, () => {
      const own = replaced.writes
        .map(({ operationId }) => operationId)
        .filter((operation) => operation === createOperation || operation === deleteOperation);

      expect(own).to.deep.equal([createOperation, deleteOperation]);
    });
  }

  it("leaves the tenant as it was", () => {
    expect(destroyed.changes).to.deep.equal({ delete: kinds.length + 1 });
    // The service keeps what it did, and deleted environments for some days.
    expect({ ...emulator.snapshot(), deletedEnvironments: [], operations: [] }).to.deep.equal(seed);
    expect(emulator.contractViolations).to.deep.equal([]);
  });
});

describeForms("a program whose creates lose their answers", (form) => {
  let emulator: Emulator;
  let program: ProgramUnderTest;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
    program = new ProgramUnderTest(emulator, form);
  });
  after(() => emulator.close());

  for (const [what, fault] of Object.entries({
    "the connection was reset": { kind: "reset" },
    "a gateway answered 504": { kind: "status", status: 504 },
  } as const)) {
    it(`has one object each in tenant and state when ${what} after the service had accepted`, async () => {
      emulator.reset();
      for (const { createOperation } of kindCases)
        emulator.fault({ ...fault, moment: "after", operationId: createOperation });

      const made = await program.up(all(form));
      const recorded = await program.recorded();
      const again = await program.up();

      expect(made.changes.create).to.equal(kinds.length + 1);
      for (const { kind, live } of kindCases) {
        const { id } = recorded.find(({ urn }) => urn.endsWith(`::${kind}`))!;
        expect(live(emulator).map((each) => each.id)).to.deep.equal([id!.split("/").at(-1)]);
      }
      expect(again.changes).to.deep.equal({ same: kinds.length + 1 });
      expect(again.writes).to.deep.equal([]);
      await program.destroy();
    });
  }
});
