import { expect } from "chai";

import { Emulator } from "pulumi-power-platform-testing";
import { settingCases } from "../../kinds";
import { freshPulumiHome } from "../../pulumiHome";
import { startCoreDriver } from "../../scenarios/coreDriver";
import type { ProviderDriver } from "../../scenarios/driver";

describe("settings that a killed run has changed", () => {
  let emulator: Emulator;
  let home: string;
  const run = (): Promise<ProviderDriver> => startCoreDriver({ env: { ...emulator.env(), PULUMI_HOME: home } });

  before(async () => {
    emulator = await Emulator.start();
  });
  beforeEach(() => {
    emulator.reset();
    home = freshPulumiHome();
  });
  after(() => emulator.close());

  for (const { kind, inputs, found, set, live, onWire, another } of settingCases) {
    const restoring = { ...inputs, onDelete: "restore" };

    it(`${kind}: are put back as they were before it, though state has never seen that`, async () => {
      set(emulator, found);
      // Its answer reaches nobody, and it does not end.
      await (await run()).create(kind, restoring);

      const next = await run();
      const { id, outputs } = await next.create(kind, restoring);
      await next.close();
      await (await run()).delete(kind, id, outputs);

      expect(live(emulator)).to.deep.include(found);
    });

    it(`${kind}: are what a later adoption finds, once the resource was deleted`, async () => {
      set(emulator, found);
      const { id, outputs } = await (await run()).create(kind, inputs);
      await (await run()).delete(kind, id, outputs);

      const next = await run();
      const again = await next.create(kind, restoring);
      await next.close();
      await (await run()).delete(kind, id, again.outputs);

      expect(live(emulator)).to.deep.include(onWire(inputs));
    });

    if (another === undefined) continue;
    it(`${kind}: are put back also where it was an update that declared one more`, async () => {
      set(emulator, found);
      const first = await run();
      const { id, outputs } = await first.create(kind, restoring);
      await first.close();
      const all = { ...restoring, ...another };
      await (await run()).update(kind, id, outputs, all);

      const next = await run();
      const updated = await next.update(kind, id, outputs, all);
      await next.close();
      await (await run()).delete(kind, id, updated);

      for (const name of Object.keys(onWire(all))) expect(live(emulator)?.[name] ?? null).to.equal(found[name] ?? null);
    });
  }
});
