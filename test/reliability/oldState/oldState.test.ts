import { join } from "node:path";
import { expect } from "chai";

import * as dynamicClasses from "../../../sdk";
import * as pluginClasses from "../../../sdk/plugin";
import { Emulator, seeded, Stack } from "pulumi-power-platform-testing";
import { fastProvider } from "../../programs/programUnderTest";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { Properties } from "../../scenarios/driver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { type Form, type Release, releases, type Shape, shapes, type Writer, writers } from "./collection";
import { owned } from "./owned";

const root = join(__dirname, "../../../..");
const classes: Readonly<Record<Form, object>> = { dynamic: dynamicClasses, plugin: pluginClasses };

const startDriver = { dynamic: startCoreDriver, plugin: startPluginDriver } as const;

type Program = (given: object, change?: { description: string }) => void;

/** The resources of our kinds in a recorded state, with their secrets opened. */
async function resourcesOf(release: Release, shape: Shape, writer: Writer) {
  const stack = await Stack.create({ program: () => undefined });
  stack.importState(release.state(shape, writer));
  return stack.resources
    .filter(({ custom, external, type }) => custom && !external && !type.startsWith("pulumi:"))
    .map(({ type, id, inputs, outputs }) => ({
      kind: type.replace(/^.*:/, ""),
      id,
      inputs,
      outputs,
    }));
}

/** The stack that a release has left, with the program that it was deployed from. */
async function stackOf(release: Release, shape: Shape, emulator: Emulator) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const program = require(release.program) as Program;
  let change: { description: string } | undefined;
  const stack = await Stack.create({
    program: () => {
      program(classes[shape.form], change);
    },
    project: "recorded",
    stack: "recorded",
    workDir: root,
    plugins: [{ name: "power-platform", path: "plugin" }],
    env: { ...emulator.env(), ...fastProvider },
  });
  stack.importState(release.state(shape, "cli"));
  return { stack, change: (to: { description: string }) => (change = to) };
}

describe("states of released versions", function () {
  this.timeout(120_000);
  let emulator: Emulator;

  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
  });
  afterEach(() => {
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  for (const release of releases()) {
    for (const shape of shapes.filter((each) => release.has(each))) {
      const name = `${release.version} ${shape.name}`;

      it(`${name}: the Pulumi CLI and the in-process engine have written the same`, () => {
        expect(owned(release.state(shape, "engine"))).to.deep.equal(owned(release.state(shape, "cli")));
      });

      for (const writer of writers) {
        it(`${name} by ${writer}: every resource is compared, read, updated and deleted as it was recorded`, async () => {
          emulator.seed(release.tenant);
          const ours = await resourcesOf(release, shape, writer);
          const driver = await startDriver[shape.form]({ env: emulator.env() });

          for (const { kind, id, inputs, outputs } of ours) {
            const { inputs: news, failures } = await driver.check(kind, inputs, inputs);
            expect([kind, failures]).to.deep.equal([kind, []]);
            // What was not finished then is as declared by now; a dynamic resource learns it by an update that writes nothing.
            const isStale = shape.form === "dynamic" && Object.keys(settled(outputs)).length > 0;
            expect(await driver.diff(kind, id, outputs, news)).to.deep.include({
              changes: isStale,
              replaces: [],
            });
            const read = await driver.read(kind, id, outputs);
            expect(read.id).to.equal(id);
            expect(plain(read.outputs)).to.deep.equal({ ...plain(outputs), ...settled(outputs) });
            expect(plain(read.inputs)).to.deep.equal(plain(inputs));
          }
          expect(emulator.writes).to.deep.equal([]);
          for (const { kind, id, inputs, outputs } of ours.filter(({ kind }) => kind === "EnvironmentGroup")) {
            const updated = await driver.update(kind, id, outputs, { ...inputs, description: "new" });
            expect(updated).to.include({ description: "new" });
          }
          await driver.close();
          // A run of its own: what a running program has just declared is not deleted.
          const destroying = await startDriver[shape.form]({ env: emulator.env() });
          for (const { kind, id, outputs } of ours) await destroying.delete(kind, id, outputs);
          await destroying.close();

          expect(left(emulator)).to.deep.equal([[seeded.groupId], [], [], []]);
        });
      }
    }

    for (const shape of shapes.filter((each) => each.name === each.form && release.has(each))) {
      it(`${release.version} ${shape.name}: a stack is previewed without a change, refreshed, updated and destroyed`, async () => {
        emulator.seed(release.tenant);
        const { stack, change } = await stackOf(release, shape, emulator);
        const managed = stack.resources.filter(isCounted).length;
        const ids = stack.resources.map(({ id }) => id);

        const preview = await stack.preview();
        const methods = new Set(emulator.requests.map(({ method }) => method));
        change({ description: "Environments of the sales department" });
        const updated = await stack.up({ refresh: true });
        const writes = emulator.writes.map(({ operationId }) => operationId);
        const idsAfter = stack.resources.map(({ id }) => id);
        await stack.destroy();

        expect(preview.changes).to.deep.equal({ same: managed });
        expect([...methods]).to.deep.equal(["GET"]);
        expect(updated.changes).to.deep.equal({ same: managed - 1, update: 1 });
        expect(writes).to.deep.equal(["updateEnvironmentGroup"]);
        expect(idsAfter).to.have.members(ids);
        expect(left(emulator)).to.deep.equal([[seeded.groupId], [], [], []]);
        expect(stack.resources).to.deep.equal([]);
      });
    }
  }
});

/** What was still on its way when it was recorded has arrived. */
const settled = ({ status }: Properties): Properties => (status === "Provisioning" ? { status: "Enabled" } : {});

/** Without the text of the dynamic provider, which drivers add themselves. */
const plain = ({ __provider, ...rest }: Properties): Properties => rest;

/** Whether a summary counts a resource: neither what is only read nor a provider that nobody declared. */
const isCounted = ({ external, urn }: Stack["resources"][number]): boolean =>
  !external && !/^.*::pulumi:providers:[^:]+::default/.test(urn);

/** What the tenant still holds of our kinds. */
const left = ({ tenant }: Emulator): readonly (readonly string[])[] => [
  tenant.environmentGroups.list().map(({ id }) => id),
  tenant.roleAssignments.list().map(({ roleAssignmentId }) => roleAssignmentId),
  tenant.billingPolicies.list().map(({ id }) => id),
  tenant.isvContracts.list().map(({ id }) => id),
];
