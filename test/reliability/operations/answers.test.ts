import { expect } from "chai";
import { Emulator } from "pulumi-power-platform-testing";
import type { SettingsChange } from "../../../testing/emulator/settings";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { ProviderDriver } from "../../scenarios/driver";
import { journeys } from "./journeys";

/** The ways in which the service may answer a call that it goes on with. */
const answers: readonly [title: string, settings: SettingsChange][] = [
  ["at once", { provisioning: { operations: 0 } }],
  ["by a bare 202", { provisioning: { accepted: "bare", operations: 3 } }],
  ["by a Location", { provisioning: { accepted: "location", operations: 3 } }],
  ["by the operation", { provisioning: { accepted: "operation", operations: 3 } }],
  ["as the reference documents", { answers: "documented", provisioning: { operations: 1 } }],
];

for (const { kind, inputs, isThere, environmentId } of journeys) {
  describe(`operations of ${kind}`, () => {
    const home = freshPulumiHome();
    let emulator: Emulator;
    const drivers: ProviderDriver[] = [];

    /** A run of its own. */
    const run = async (): Promise<ProviderDriver> => {
      const driver = await startCoreDriver({ env: { ...emulator.env(), PULUMI_HOME: home } });
      drivers.push(driver);
      return driver;
    };

    before(async () => {
      emulator = await Emulator.start();
    });
    afterEach(async () => {
      await Promise.all(drivers.splice(0).map((driver) => driver.close()));
      emulator.reset();
    });
    after(() => emulator.close());

    for (const [title, settings] of answers) {
      it(`come to their end when they are answered ${title}, and a second run writes nothing`, async () => {
        emulator.configure(settings);

        const { id, outputs } = await (await run()).create(kind, inputs);
        const wasThere = isThere(emulator);
        const writes = emulator.writes.length;
        const { changes } = await (await run()).diff(kind, id, outputs, inputs);
        await (await run()).delete(kind, id, outputs);

        expect([wasThere, changes, isThere(emulator)]).to.deep.equal([true, false, false]);
        expect([writes, emulator.writes.length]).to.deep.equal([1, 2]);
        expect(emulator.contractViolations).to.deep.equal([]);
      });
    }

    if (environmentId === undefined) return;
    it("wait while another operation runs on the environment", async () => {
      emulator.tenant.operations.add({ environmentId, name: "Other", looksLeft: 2 });

      await (await run()).create(kind, inputs);

      expect(isThere(emulator)).to.equal(true);
      expect(emulator.writes.map(({ status }) => status))
        .to.include(409)
        .and.include(202);
    });
  });
}
