import { expect } from "chai";

import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import { kindCases } from "../../kinds";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { type BusyTenant, startBusyTenant } from "./busyTenant";
import { together } from "./sameMoment";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };

describe("two runs that want the same at the same moment", () => {
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

    for (const { kind, inputs, live, createOperation, deleteOperation } of kindCases) {
      it(`${name}, ${kind}: make one object, and the other run is told whose it is`, async () => {
        const { emulator } = busy;
        const drivers = [await run(), await run()];
        // Nobody writes before both have looked.
        together(busy, [createOperation], 2);

        const ended = await Promise.allSettled(drivers.map((driver) => driver.create(kind, inputs)));
        busy.meanwhile = () => undefined;
        await Promise.all(drivers.map((driver) => driver.close()));

        const made = ended.filter((each) => each.status === "fulfilled").map(({ value }) => value);
        const [refused] = ended.filter((each) => each.status === "rejected");
        expect(made).to.have.lengthOf(1);
        expect(live(emulator)).to.have.lengthOf(1);
        expect(made[0]!.id).to.match(new RegExp(`${live(emulator)[0]!.id}$`));
        expect(String(refused!.reason))
          .to.include(made[0]!.id)
          .and.include("Ours was deleted again")
          .and.include("`adopt: true`");
        expect((refused!.reason as { initFailure?: object }).initFailure).to.equal(undefined);
        expect(emulator.writes.map(({ operationId }) => operationId)).to.deep.equal([
          createOperation,
          createOperation,
          deleteOperation,
        ]);
        const again = await run();
        expect(await again.diff(kind, made[0]!.id, made[0]!.outputs, inputs)).to.include({ changes: false });
        await again.close();
      });

      it(`${name}, ${kind}: keep the id in state of what they cannot delete again`, async () => {
        const { emulator } = busy;
        const drivers = [await run(), await run()];
        together(busy, [createOperation], 2);
        emulator.fault({ kind: "status", status: 403, operationId: deleteOperation, times: "always" });

        const ended = await Promise.allSettled(drivers.map((driver) => driver.create(kind, inputs)));
        busy.meanwhile = () => undefined;
        await Promise.all(drivers.map((driver) => driver.close()));

        const inState = ended.map((each) =>
          each.status === "fulfilled"
            ? each.value.id
            : (each.reason as { initFailure?: { id: string } }).initFailure?.id,
        );
        const wireIds = inState.map((id) => id?.split("/").at(-1));
        expect(wireIds).to.have.members(live(emulator).map(({ id }) => id));
      });
    }
  }
});
