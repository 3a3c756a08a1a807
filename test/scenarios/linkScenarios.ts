import { expect } from "chai";

import { definitionOf } from "../../provider/resources";
import type { Properties } from "./driver";
import { expectDeclared } from "./expectDeclared";
import { linkCases } from "../kinds";
import { failure, type Scenario } from "./scenario";

const sharedListing = "unchanged it is equal in any spelling, and all of one policy or group cost one listing";
const lostAnswers = "what somebody adds while every answer is lost is refused and named";

/** What needs two links of one policy or group. */
const ofSeveral: readonly string[] = [sharedListing, lostAnswers];

/** The life of every link, and its bad days. */
export const linkScenarios: readonly Scenario[] = linkCases.flatMap((linkCase) => {
  const { kind, inputs, another = inputs, live, prepare, addOperation, removeOperation, listOperation } = linkCase;
  const idOf = (values: Properties): string => definitionOf(kind).address.id(values, "");
  const prepared = ({ title, play }: Scenario): Scenario => ({
    title: `${kind}: ${title}`,
    play: async (world) => {
      prepare(world.emulator);
      await play(world);
    },
  });
  const scenarios: readonly Scenario[] = [
    {
      title: "is added with one request, by its two ends",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);

        expect(id).to.equal(idOf(inputs));
        expect(live(emulator)).to.deep.equal([id]);
        expectDeclared(outputs, inputs);
        expect(emulator.writes.map(({ operationId, body }) => [operationId, body])).to.deep.equal([
          [addOperation, linkCase.added],
        ]);
      },
    },
    {
      title: sharedListing,
      play: async ({ emulator, run }) => {
        const first = await run();
        const one = await first.create(kind, inputs);
        const two = await first.create(kind, another);
        emulator.clearRequests();
        const provider = await run();

        const answers = [
          await provider.diff(kind, one.id, one.outputs, { ...inputs, ...linkCase.respelled }),
          await provider.diff(kind, two.id, two.outputs, another),
        ];

        expect(answers.map(({ changes }) => changes)).to.deep.equal([false, false]);
        expect(emulator.requests.map(({ operationId }) => operationId)).to.deep.equal([listOperation]);
        expect(provider.warnings).to.deep.equal([]);
      },
    },
    {
      title: "a refresh gives back the inputs it was added with",
      play: async ({ run }) => {
        const { id, outputs } = await (await run()).create(kind, { ...inputs, ...linkCase.respelled });

        const found = await (await run()).read(kind, id, outputs);

        expect(found.id).to.equal(id);
        expect(found.outputs).to.deep.equal(outputs);
        expect(found.inputs).to.deep.include({ ...inputs, ...linkCase.respelled });
      },
    },
    ...Object.entries(linkCase.replacing).map(([path, changed]): Scenario => ({
      title: `a change of ${path} replaces, removing first`,
      play: async ({ run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);

        const answer = await (await run()).diff(kind, id, outputs, { ...inputs, ...changed });

        expect(answer).to.deep.equal({ changes: true, replaces: [path], deleteBeforeReplace: true });
      },
    })),
    {
      title: "removed by somebody it is added again, and a refresh drops it",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        linkCase.remove(emulator);
        const provider = await run();

        const answer = await provider.diff(kind, id, outputs, inputs);
        const found = await provider.read(kind, id, outputs);

        expect(answer).to.deep.include({ changes: true, replaces: ["id"] });
        expect(provider.warnings.join()).to.match(/^drift in .*: deleted \(live\) => recreated \(program\)$/);
        expect(found.id).to.equal("");
      },
    },
    {
      title: "removing it twice is done twice",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const provider = await run();

        await provider.delete(kind, id, outputs);
        await provider.delete(kind, id, outputs);

        expect(live(emulator)).to.deep.equal([]);
      },
    },
    {
      title: "an existing one is an error that names it, and is adopted where the program asks for it",
      play: async ({ emulator, run }) => {
        linkCase.plant(emulator);
        const error = await failure((await run()).create(kind, inputs));
        const provider = await run();

        const { id } = await provider.create(kind, { ...inputs, adopt: true });

        expect(error.message).to.include(`it exists already as ${id}`).and.include("`adopt: true`");
        expect(provider.warnings.join()).to.include(`was adopted as ${id}`);
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    {
      title: "declared twice in one run it is refused the second time",
      play: async ({ emulator, run }) => {
        const provider = await run();
        const { id } = await provider.create(kind, inputs);

        const error = await failure(provider.create(kind, { ...inputs, adopt: true }));

        expect(error.message).to.include(`another resource of this program has the same one, ${id}`);
        expect(live(emulator)).to.deep.equal([id]);
      },
    },
    {
      title: "an add whose answer was lost is sent again, and there is one link",
      play: async ({ emulator, run }) => {
        emulator.fault({ kind: "reset", moment: "after", operationId: addOperation });

        const { id } = await (await run()).create(kind, inputs);

        expect(live(emulator)).to.deep.equal([id]);
        // While the first runs, a busy group refuses the second.
        expect(emulator.writes.length).to.be.at.least(2);
      },
    },
    {
      title: lostAnswers,
      play: async ({ emulator, run }) => {
        const provider = await run();
        const { id, outputs } = await provider.create(kind, another);
        await provider.diff(kind, id, outputs, another);
        linkCase.plant(emulator);
        emulator.fault({ kind: "status", status: 503, operationId: addOperation, times: "always" });

        const error = await failure(provider.create(kind, inputs));

        expect(error.message)
          .to.include("is not proven to be its")
          .and.include(idOf(inputs))
          .and.include("`adopt: true`");
        expect(live(emulator)).to.have.members([id, idOf(inputs)]);
      },
    },
    {
      title: "a removal whose answer was lost is sent again, and done",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.fault({ kind: "reset", moment: "after", operationId: removeOperation });

        await (await run()).delete(kind, id, outputs);

        expect(live(emulator)).to.deep.equal([]);
      },
    },
    {
      title: "deleted with what it belongs to it is read as deleted, and its removal is done",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        linkCase.removeParent(emulator);
        const provider = await run();

        expect((await provider.read(kind, id, outputs)).id).to.equal("");
        await provider.delete(kind, id, outputs);
      },
    },
    {
      title: "a gateway's 404 proves nothing: nothing is dropped, and nothing is said to be removed",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const body = { statusCode: 404, message: "Resource not found" };
        emulator.fault({ kind: "status", status: 404, body, times: "always" });

        const provider = await run();
        const refreshing = await failure(provider.read(kind, id, outputs));
        const removing = await failure(provider.delete(kind, id, outputs));

        for (const { message } of [refreshing, removing]) expect(message).to.include("Resource not found");
        expect(live(emulator)).to.deep.equal([id]);
      },
    },
  ];
  const hasAnother = linkCase.another !== undefined;
  return scenarios.filter(({ title }) => hasAnother || !ofSeveral.includes(title)).map(prepared);
});
