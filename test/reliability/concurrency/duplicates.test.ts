import { expect } from "chai";

import { kindCases } from "../../kinds";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { type BusyTenant, startBusyTenant } from "./busyTenant";
import { together } from "./sameMoment";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };

describe("two runs that create the same at the same moment", () => {
  let busy: BusyTenant;

  before(async () => (busy = await startBusyTenant()));
  after(() => busy.emulator.close());
  beforeEach(() => {
    busy.meanwhile = () => undefined;
    busy.emulator.reset();
  });
  afterEach(() => {
    expect(busy.emulator.contractViolations).to.deep.equal([]);
  });

  for (const [name, start] of Object.entries(adapters)) {
    /** A run on a machine of its own. */
    const run = () => start({ env: { ...busy.emulator.env(), PULUMI_HOME: freshPulumiHome() } });

    // Of the others the service refuses the second one.
    for (const { kind, inputs, live, createOperation } of kindCases.filter(({ isUnique }) => isUnique !== true)) {
      it(`${name}, ${kind}: both keep theirs, and each next comparison names the other one`, async () => {
        const { emulator } = busy;
        const drivers = [await run(), await run()];
        // Nobody writes before both have looked.
        together(busy, [createOperation], 2);

        const made = await Promise.all(drivers.map((driver) => driver.create(kind, inputs)));
        busy.meanwhile = () => undefined;
        await Promise.all(drivers.map((driver) => driver.close()));

        expect(live(emulator)).to.have.lengthOf(2);
        expect(made.map(({ id }) => id.split("/").at(-1))).to.have.members(live(emulator).map(({ id }) => id));
        const [one, other] = made;
        for (const [mine, theirs] of [
          [one!, other!],
          [other!, one!],
        ] as const) {
          const next = await run();
          expect(await next.diff(kind, mine.id, mine.outputs, inputs)).to.include({ changes: false });
          await next.close();
          expect(next.warnings.join())
            .to.include("exists more than once")
            .and.include(`besides ${mine.id} there is ${theirs.id}`);
        }
        expect(emulator.writes.map(({ operationId }) => operationId)).to.deep.equal([createOperation, createOperation]);
      });

      it(`${name}, ${kind}: names no duplicate when the other one is deleted again`, async () => {
        const { emulator } = busy;
        const drivers = [await run(), await run()];
        together(busy, [createOperation], 2);
        const [mine, theirs] = await Promise.all(drivers.map((driver) => driver.create(kind, inputs)));
        busy.meanwhile = () => undefined;

        await Promise.all(drivers.map((driver) => driver.close()));
        const deleting = await run();
        await deleting.delete(kind, theirs!.id, theirs!.outputs);
        await deleting.close();
        const next = await run();
        const { changes } = await next.diff(kind, mine!.id, mine!.outputs, inputs);
        await next.close();

        expect(changes).to.equal(false);
        expect(next.warnings).to.deep.equal([]);
        expect(live(emulator).map(({ id }) => id)).to.deep.equal([mine!.id.split("/").at(-1)]);
      });
    }
  }
});
