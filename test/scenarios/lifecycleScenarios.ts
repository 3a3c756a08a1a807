import { expect } from "chai";

import type { CollectionDefinition } from "../../provider/declare/define";
import type { Properties } from "./driver";
import { expectDeclared } from "./expectDeclared";
import { definitionOf, type Kind } from "../../provider/resources";
import { kindCases } from "../kinds";
import { failure, missingId, type Scenario } from "./scenario";

/** Whether only the program knows an input: a `get` has none. */
const isOfProgram = (kind: Kind, key: string): boolean => {
  const { fields, programFields } = definitionOf(kind);
  return [...fields.filter(({ writeOnly }) => writeOnly === true), ...programFields].some(({ name }) => name === key);
};

/** The plain life of every kind. */
export const lifecycleScenarios: readonly Scenario[] = kindCases.flatMap((kindCase) => {
  const { kind, inputs, live, remove, change, replacing, respelled } = kindCase;
  return [
    {
      title: `${kind}: is created once, with what the service adds in its outputs`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);

        const [only, ...others] = live(emulator);
        expect(others).to.deep.equal([]);
        expect(id).to.match(new RegExp(`${only!.id}$`));
        expect(outputs).to.deep.include({ ...addedTo(inputs, only!.entity), tenantId: emulator.tenantId });
        expectDeclared(outputs, inputs);
      },
    },
    {
      title: `${kind}: unchanged it is equal, and costs one listing and no write`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.clearRequests();

        const answer = await (await run()).diff(kind, id, outputs, inputs);

        expect(answer).to.deep.include({ changes: false, replaces: [] });
        const { readBy } = definitionOf(kind) as CollectionDefinition;
        // What its list does not show is read by its own route; duplicates are looked for in the list.
        const own = readBy === "route" ? [kindCase.getOperation] : [];
        expect(emulator.requests.map(({ operationId }) => operationId)).to.deep.equal([kindCase.listOperation, ...own]);
      },
    },
    {
      title: `${kind}: written in another spelling it is equal`,
      play: async ({ run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);

        const provider = await run();

        expect(await provider.diff(kind, id, outputs, { ...inputs, ...respelled })).to.include({
          changes: false,
        });
        expect(provider.warnings).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: a refresh gives back the inputs it was created with`,
      play: async ({ run }) => {
        const spelled = { ...inputs, ...respelled, adopt: false };
        const { id, outputs } = await (await run()).create(kind, spelled);

        const found = await (await run()).read(kind, id, outputs);

        expect(found.id).to.equal(id);
        expect(found.outputs).to.deep.equal(outputs);
        expect(withoutProvider(found.inputs)).to.deep.equal(spelled);
      },
    },
    ...Object.entries(replacing).map(([path, changed]): Scenario => ({
      title: `${kind}: a change of ${path} replaces, creating first`,
      play: async ({ run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);

        const answer = await (await run()).diff(kind, id, outputs, { ...inputs, ...changed });

        expect(answer).to.deep.equal({ changes: true, replaces: [path], deleteBeforeReplace: false });
      },
    })),
    {
      title: `${kind}: deleted from the tenant it is recreated, and the preview says so`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        remove(emulator, live(emulator)[0]!.id);

        const provider = await run();
        const answer = await provider.diff(kind, id, outputs, inputs);

        expect(answer).to.deep.include({ changes: true, replaces: ["id"] });
        expect(provider.warnings).to.have.lengthOf(1);
        expect(provider.warnings[0]).to.match(/^drift in .*: deleted \(live\) => recreated \(program\)$/);
      },
    },
    {
      title: `${kind}: gone from the tenant a refresh drops it`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        remove(emulator, live(emulator)[0]!.id);

        expect((await (await run()).read(kind, id, outputs)).id).to.equal("");
      },
    },
    {
      title: `${kind}: deleting it twice is done twice`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const provider = await run();

        await provider.delete(kind, id, outputs);
        await provider.delete(kind, id, outputs);

        expect(live(emulator)).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: get reads one that it does not manage`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.clearRequests();

        const found = await (await run()).read(kind, id, {});

        expect(found.id).to.equal(id);
        expect(found.outputs).to.include({ tenantId: emulator.tenantId });
        expect(Object.keys(found.outputs)).to.include.members(
          Object.keys(outputs).filter((key) => key !== "undeclared" && !isOfProgram(kind, key)),
        );
        expect(withoutProvider(found.inputs)).to.deep.equal({});
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: get of a missing one says where it looked`,
      play: async ({ emulator, run }) => {
        const error = await failure((await run()).read(kind, missingId(kind, inputs), {}));

        expect(error.message)
          .to.include("77777777-7777-4777-8777-777777777777")
          .and.include(`not found in tenant ${emulator.tenantId}`)
          .and.match(/looked for .* at \/(authorization|environmentmanagement|governance|licensing)\//);
      },
    },
    {
      title: `${kind}: recorded in another tenant nothing is read, changed or deleted`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const elsewhere = { ...outputs, tenantId: "99999999-0000-4000-8000-000000000009" };
        emulator.clearRequests();

        const provider = await run();

        for (const call of [
          provider.diff(kind, id, elsewhere, inputs),
          provider.read(kind, id, elsewhere),
          provider.update(kind, id, elsewhere, inputs),
          provider.delete(kind, id, elsewhere),
        ]) {
          const { message } = await failure(call);
          expect(message).to.include("99999999-0000-4000-8000-000000000009").and.include(emulator.tenantId);
        }
        expect(emulator.requests).to.deep.equal([]);
      },
    },
    ...(change === undefined
      ? []
      : ([
          {
            title: `${kind}: ${change.path} changes in place with one write`,
            play: async ({ emulator, run }) => {
              const news = { ...inputs, ...change.inputs };
              const { id, outputs } = await (await run()).create(kind, inputs);
              emulator.clearRequests();

              const provider = await run();
              const answer = await provider.diff(kind, id, outputs, news);
              const updated = await provider.update(kind, id, outputs, news);

              expect(answer).to.deep.include({ changes: true, replaces: [] });
              expect(emulator.writes.map(({ operationId }) => operationId)).to.deep.equal([change.updateOperation]);
              expectDeclared(updated, news);
              expect(await (await run()).diff(kind, id, updated, news)).to.include({ changes: false });
            },
          },
          {
            title: `${kind}: an update that finds everything as declared writes nothing`,
            play: async ({ emulator, run }) => {
              const { id, outputs } = await (await run()).create(kind, inputs);
              emulator.clearRequests();

              await (await run()).update(kind, id, outputs, inputs);

              expect(emulator.writes).to.deep.equal([]);
            },
          },
          {
            title: `${kind}: a change by hand is named in the preview, once, and repaired`,
            play: async ({ emulator, run }) => {
              const news = { ...inputs, ...change.inputs };
              const { id, outputs } = await (await run()).create(kind, news);
              await (await run()).update(kind, id, outputs, inputs); // "by hand": state still records `news`
              const provider = await run();

              const answers = [
                await provider.diff(kind, id, outputs, news),
                await provider.diff(kind, id, outputs, news),
              ];

              expect(answers.every(({ changes }) => changes)).to.equal(true);
              expect(provider.warnings).to.have.lengthOf(1);
              expect(provider.warnings[0])
                .to.match(/^drift in /)
                .and.include(`${change.path}: `)
                .and.include("(live) =>")
                .and.include("(program)");
              const repaired = await provider.update(kind, id, outputs, news);
              expect(await (await run()).diff(kind, id, repaired, news)).to.include({ changes: false });
              expect(emulator.contractViolations).to.deep.equal([]);
            },
          },
        ] satisfies Scenario[])),
  ] satisfies Scenario[];
});

/** Members that the service adds at the top of the object, as outputs show them. */
const addedTo = (inputs: Properties, entity: Properties): Properties =>
  Object.fromEntries(
    Object.entries(entity).filter(
      ([name, value]) => !(name in inputs) && name !== "id" && value !== null && value !== undefined,
    ),
  );

const withoutProvider = ({ __provider, ...inputs }: Properties): Properties => inputs;
