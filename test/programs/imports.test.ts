import { expect } from "chai";

import type { Kind } from "../../provider/resources";
import { kindsOf } from "../kinds";
import { Emulator, seeded } from "pulumi-power-platform-testing";
import { declared, kindCases } from "../kinds";
import type { Properties } from "../scenarios/driver";
import { pluginForm } from "./forms";
import { declare, ProgramUnderTest } from "./programUnderTest";

interface Existing {
  readonly name: string;
  readonly kind: Kind;
  readonly inputs: Properties;
}

const group = `/environmentGroups/${seeded.groupId}`;
const environment = `/environments/${seeded.managedEnvironmentId}`;

/** One of each kind, and assignments at each kind of scope. */
const existing: readonly Existing[] = [
  ...kindCases.map(({ kind, inputs }) => ({ name: kind, kind, inputs })),
  { name: "atGroup", kind: "RoleAssignment", inputs: { ...declared.RoleAssignment, scope: group } },
  {
    name: "atEnvironment",
    kind: "RoleAssignment",
    inputs: { ...declared.RoleAssignment, scope: environment },
  },
];

const program =
  (options: (name: string) => Properties = () => ({})) =>
  (): void => {
    for (const { name, kind, inputs } of existing) declare(pluginForm, kind, name, inputs, options(name));
  };

/** Only used by the provider or at creation, so no import can know it: the first update after the import records it. */
const recordedLater: readonly Kind[] = ["Environment"];

const pathOf = (kind: Kind): string => kindCases.find((each) => each.kind === kind)!.path;

describe("an import through the plugin", function () {
  this.timeout(300_000);
  let emulator: Emulator;
  /** Ids as the stack that made the objects has recorded them. */
  let ids: Readonly<Record<string, string>>;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
    const maker = new ProgramUnderTest(emulator, pluginForm);
    await maker.up(program());
    ids = Object.fromEntries((await maker.recorded()).map(({ urn, id }) => [urn.split("::").at(-1)!, id!]));
  });
  after(() => emulator.close());

  const isAtTenant = (name: string): boolean =>
    kindsOf("collection").includes(name as Kind) && !["EnvironmentBackup", "EnvironmentGroupRuleSet"].includes(name);

  const spellings: Readonly<Record<string, (name: string, kind: Kind) => string>> = {
    "the ids that the service shows": (name) => (isAtTenant(name) ? ids[name]!.split("/").at(-1)! : ids[name]!),
    "paths of the API": (name, kind) =>
      isAtTenant(name) ? `${pathOf(kind)}/${ids[name]!.split("/").at(-1)!}` : ids[name]!,
    "paths with the tenant": (name) =>
      name in declared && name !== "RoleAssignment" ? ids[name]! : `/tenants/${emulator.tenantId}${ids[name]!}`,
    "ids in capitals": (name) => ids[name]!.toUpperCase(),
  };

  for (const [what, idOf] of Object.entries(spellings)) {
    it(`takes all kinds into an empty stack by ${what}, and the update that follows writes nothing`, async () => {
      const stack = new ProgramUnderTest(emulator, pluginForm);
      emulator.clearRequests();

      const imported = await stack.import(
        existing.map(({ name, kind }) => ({ type: pluginForm.typeOf(kind), name, id: idOf(name, kind) })),
      );
      const preview = await stack.preview(program());
      const up = await stack.up();
      const again = await stack.preview();

      expect(imported.changes).to.deep.equal({ create: 1, import: existing.length });
      const recorded = await stack.recorded();
      expect(Object.fromEntries(recorded.map(({ urn, id }) => [urn.split("::").at(-1)!, id]))).to.deep.equal(ids);
      for (const { steps } of [preview, up])
        expect(
          steps.filter(({ op }) => !["same", "refresh"].includes(op)).map(({ op, name }) => [op, name]),
        ).to.deep.equal(recordedLater.map((kind) => ["update", kind]));
      expect(again.changes, again.diff).to.deep.equal({ same: existing.length + 1 });
      expect(up.writes).to.deep.equal([]);
    });
  }

  it("goes by the option `import` of a program too", async () => {
    const stack = new ProgramUnderTest(emulator, pluginForm);

    const imported = await stack.up(program((name) => ({ import: ids[name]! })));
    const again = await stack.up(program());

    expect(imported.changes).to.deep.equal({
      create: 1,
      import: existing.length,
      update: recordedLater.length,
    });
    expect(imported.writes).to.deep.equal([]);
    expect(again.changes).to.deep.equal({ same: existing.length + 1 });
  });

  it("of what is not there fails with what is, and leaves the stack empty", async () => {
    const stack = new ProgramUnderTest(emulator, pluginForm);
    const id = "77777777-7777-4777-8777-777777777777";

    const failed = await stack.failed(
      stack.import([{ type: pluginForm.typeOf("EnvironmentGroup"), name: "lost", id }]),
    );

    expect(failed.message)
      .to.include(`not found in tenant ${emulator.tenantId}`)
      .and.include(`"Sales" (${ids.EnvironmentGroup!})`);
    expect(await stack.recorded()).to.deep.equal([]);
  });
});
