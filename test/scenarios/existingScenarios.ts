import { expect } from "chai";

import { expectDeclared } from "./expectDeclared";
import { kindCases } from "../kinds";
import { failure, type Scenario } from "./scenario";

/** What happens when the tenant holds an object with the same natural key already. */
export const existingScenarios: readonly Scenario[] = kindCases.flatMap((kindCase) => {
  const { kind, inputs, live, plant, change, listOperation } = kindCase;
  return [
    {
      title: `${kind}: an existing one is an error that names it and the ways out, and nothing is sent`,
      play: async ({ emulator, run }) => {
        const id = plant(emulator);

        const error = await failure((await run()).create(kind, inputs));

        expect(error.message).to.include(id).and.include("`adopt: true`");
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: an existing one is adopted and brought to what the program declares`,
      play: async ({ emulator, run }) => {
        const planted = plant(emulator);

        const provider = await run();
        const { id, outputs } = await provider.create(kind, { ...inputs, adopt: true });

        expect(id).to.match(new RegExp(`${planted}$`));
        expectDeclared(outputs, inputs);
        expect(emulator.requests.filter(({ operationId }) => operationId === listOperation)).to.have.lengthOf(1);
        expect(emulator.writes.map(({ operationId }) => operationId)).to.deep.equal(
          change === undefined ? [] : [change.updateOperation],
        );
        expect(provider.warnings.join()).to.include("was adopted as");
        expect(await (await run()).diff(kind, id, outputs, inputs)).to.include({ changes: false });
      },
    },
    {
      title: `${kind}: an adopted one is not deleted by the replacement that adopted it`,
      play: async ({ emulator, run }) => {
        const adopting = { ...inputs, adopt: true };
        const before = await (await run()).create(kind, adopting);

        const provider = await run();
        const after = await provider.create(kind, adopting);
        await provider.delete(kind, before.id, before.outputs);

        expect(after.id).to.equal(before.id);
        expect(live(emulator)).to.have.lengthOf(1);
        expect(provider.warnings.join()).to.include("was not deleted");
      },
    },
    {
      title: `${kind}: a forced replacement of an unchanged one is refused with nothing lost`,
      play: async ({ emulator, run }) => {
        await (await run()).create(kind, inputs);

        const error = await failure((await run()).create(kind, inputs));

        expect(error.message).to.include("it exists already").and.include("`deleteBeforeReplace: true`");
        expect(error.message).to.include("`pulumi state untaint`");
        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
    {
      title: `${kind}: declared twice in one program it is made once, and the second is an error`,
      play: async ({ emulator, run }) => {
        const provider = await run();

        const results = await Promise.allSettled([provider.create(kind, inputs), provider.create(kind, inputs)]);

        expect(results.map(({ status }) => status).sort()).to.deep.equal(["fulfilled", "rejected"]);
        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
  ] satisfies Scenario[];
});
