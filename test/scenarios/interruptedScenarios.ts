import { expect } from "chai";

import type { Emulator } from "../../testing/emulator";
import type { DriverError, Properties } from "./driver";
import { expectDeclared } from "./expectDeclared";
import { kindCases } from "../kinds";
import { failure, type Scenario, type ScenarioContext } from "./scenario";

/**
 * A run that ends between a create and its answer, and the run that follows. What the scenarios can do to a run is to lose
 * its answer for good: to what it leaves behind, a killed process is no different (see test/reliability).
 */
export const interruptedScenarios: readonly Scenario[] = kindCases.flatMap((kindCase) => {
  const { kind, inputs, live, plant, remove, createOperation, listOperation } = kindCase;
  /** A create that is carried out (or not), and whose process learns nothing of it. */
  const interrupted = async ({ emulator, run }: ScenarioContext, moment: "before" | "after"): Promise<void> => {
    emulator.fault({ kind: "reset", moment, operationId: createOperation });
    // The first listing is the look before the create.
    emulator.fault({ kind: "status", status: 403, operationId: listOperation, nth: 2, times: "always" });
    const error = await failure<DriverError>((await run()).create(kind, inputs));
    expect(error.message).to.include("looking for the object failed");
    expect(error.initFailure).to.equal(undefined);
    emulator.clearFaults();
  };
  const creates = ({ requests }: Emulator): number =>
    requests.filter(({ operationId }) => operationId === createOperation).length;
  return [
    {
      title: `${kind}: made by an interrupted run, it is adopted by the next one, and not made twice`,
      play: async (world) => {
        const { emulator, run } = world;
        await interrupted(world, "after");

        const next = await run();
        const { id, outputs } = await next.create(kind, inputs);

        expect(live(emulator)).to.have.lengthOf(1);
        expect(id).to.match(new RegExp(`${live(emulator)[0]!.id}$`));
        expectDeclared(outputs, inputs);
        expect(creates(emulator)).to.equal(1);
        expect(next.warnings.join()).to.include(
          `was made as ${id} by a run of this stack that was interrupted; from now on it is in state`,
        );
        expect(await (await run()).diff(kind, id, outputs, inputs)).to.include({ changes: false });
      },
    },
    {
      title: `${kind}: not made by an interrupted run, it is made by the next one`,
      play: async (world) => {
        const { emulator, run } = world;
        await interrupted(world, "before");

        await (await run()).create(kind, inputs);

        expect(live(emulator)).to.have.lengthOf(1);
        expect(creates(emulator)).to.equal(2);
      },
    },
    {
      title: `${kind}: deleted by somebody and recreated by an interrupted run, it is adopted by the next one`,
      play: async (world) => {
        const { emulator, run } = world;
        const { id, outputs } = await (await run()).create(kind, inputs);
        remove(emulator, live(emulator)[0]!.id);
        await interrupted(world, "after");

        const next = await run();
        const { replaces } = await next.diff(kind, id, outputs, inputs);
        const anew = await next.create(kind, inputs);

        expect(replaces).to.deep.equal(["id"]);
        expect(live(emulator)).to.have.lengthOf(1);
        expect(anew.id).to.match(new RegExp(`${live(emulator)[0]!.id}$`));
        expect(creates(emulator)).to.equal(2);
      },
    },
    {
      title: `${kind}: adopted through its intent, it stays when a later run deletes an older record of it, and not when it deletes this one`,
      play: async (world) => {
        const { emulator, run } = world;
        await interrupted(world, "after");
        const { id, outputs } = await (await run()).create(kind, inputs);
        const refreshed = await (await run()).read(kind, id, outputs);
        const { adoptedAt, ...older } = refreshed.outputs;
        const later = async (deleted: Properties): Promise<readonly string[]> => {
          const provider = await run();
          await provider.check(kind, inputs, inputs);
          await provider.diff(kind, id, refreshed.outputs, inputs);
          await provider.delete(kind, id, deleted);
          return provider.warnings;
        };

        expect((await later(older)).join()).to.include("was not deleted");
        expect(adoptedAt).to.be.a("string");
        expect(live(emulator)).to.have.lengthOf(1);

        await later(refreshed.outputs);

        expect(live(emulator)).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: once it is in state, an equal one that somebody makes is not taken for the one of an interrupted run`,
      play: async (world) => {
        const { emulator, run } = world;
        await interrupted(world, "after");
        const { id, outputs } = await (await run()).create(kind, inputs);
        await (await run()).diff(kind, id, outputs, inputs);
        remove(emulator, live(emulator)[0]!.id);
        const planted = plant(emulator);

        const error = await failure((await run()).create(kind, inputs));

        expect(error.message).to.include(planted).and.include("`adopt: true`");
        expect(creates(emulator)).to.equal(1);
      },
    },
  ];
});
