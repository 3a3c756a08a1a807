import { expect } from "chai";

import type { Emulator, SettingsChange } from "pulumi-power-platform-testing";
import { definitionOf } from "../../provider/resources";
import type { DriverError } from "./driver";
import { expectDeclared } from "./expectDeclared";
import { type SettingCase, settingCases } from "../kinds";
import type { Write } from "../kinds/settingCase";
import { failure, type Scenario } from "./scenario";

const written = (emulator: Emulator): readonly Write[] =>
  emulator.writes.map(({ operationId = "", body }) => [operationId, body]);

const neverSet = ({ kind, inputs, set, live, onWire }: SettingCase, mayBeUnset: SettingsChange): Scenario => ({
  title: "that were never set are made",
  play: async ({ emulator, run }) => {
    emulator.configure(mayBeUnset);
    set(emulator, undefined);

    const { id, outputs } = await (await run()).create(kind, inputs);

    expect(live(emulator)).to.deep.include(onWire(inputs));
    expect(await (await run()).diff(kind, id, outputs, inputs)).to.include({ changes: false });
  },
});

/** The life of every kind of settings, and its bad days. */
export const settingScenarios: readonly Scenario[] = settingCases.flatMap((settingCase) => {
  const { kind, inputs, another = {}, declares, found, live, set, onWire, readOperation, mayBeUnset } = settingCase;
  const definition = definitionOf(kind);
  const writes = settingCase.writes(inputs);
  const [changeOperation] = writes;
  const restoring = { ...inputs, onDelete: "restore" };
  const scenarios: readonly Scenario[] = [
    {
      title: "are adopted with one request, which holds what the program declares and nothing else",
      play: async ({ emulator, run }) => {
        set(emulator, found);
        const provider = await run();

        const { id, outputs } = await provider.create(kind, inputs);

        expect(id).to.equal(definition.address.id(inputs, ""));
        expectDeclared(outputs, inputs);
        expect(live(emulator)).to.deep.include({ ...found, ...onWire(inputs) });
        expect(written(emulator)).to.deep.equal([writes]);
        expect(provider.warnings).to.deep.equal([]);
      },
    },
    {
      title: "that are as declared are adopted without a write",
      play: async ({ emulator, run }) => {
        set(emulator, { ...found, ...onWire(inputs) });

        await (await run()).create(kind, inputs);

        expect(emulator.writes).to.deep.equal([]);
      },
    },
    ...(mayBeUnset === undefined ? [] : [neverSet(settingCase, mayBeUnset)]),
    {
      title: "unchanged are equal in any spelling, at the cost of one request",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.clearRequests();

        const answer = await (await run()).diff(kind, id, outputs, { ...inputs, ...settingCase.respelled });

        expect(answer).to.deep.include({ changes: false, replaces: [] });
        expect(emulator.requests.map(({ operationId }) => operationId)).to.deep.equal([readOperation]);
      },
    },
    {
      title: "are read once in a run, also by a refresh and the comparison after it, and own writes are seen",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        set(emulator, found);
        emulator.clearRequests();
        const provider = await run();

        const read = await provider.read(kind, id, outputs);
        await provider.diff(kind, id, read.outputs, inputs);
        const reads = emulator.requests.map(({ operationId }) => operationId);
        const updated = await provider.update(kind, id, read.outputs, inputs);
        emulator.clearRequests();
        const afterwards = await provider.diff(kind, id, updated, inputs);

        expect(reads).to.deep.equal([readOperation]);
        expect(afterwards).to.include({ changes: false });
        expect(emulator.requests).to.deep.equal([]);
      },
    },
    {
      title: "changed by hand are named in the preview and put right with what differs; the rest is nobody's business",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        set(emulator, found);
        emulator.clearRequests();
        const provider = await run();

        const answer = await provider.diff(kind, id, outputs, inputs);
        await provider.update(kind, id, outputs, inputs);

        expect(answer).to.deep.include({ changes: true, replaces: [] });
        expect(provider.warnings.join()).to.include(`${declares}: `).and.include("(live) =>");
        expect(written(emulator)).to.deep.equal([writes]);
      },
    },
    {
      title: "a refresh gives back the inputs they were adopted with",
      play: async ({ run }) => {
        const { id, outputs } = await (await run()).create(kind, { ...restoring, ...settingCase.respelled });

        const read = await (await run()).read(kind, id, outputs);

        expect(read.outputs).to.deep.equal(outputs);
        expect(read.inputs).to.deep.include({ ...restoring, ...settingCase.respelled });
      },
    },
    {
      title: "are read by their id alone, as a get and an import do, and nothing is known of before",
      play: async ({ emulator, run }) => {
        set(emulator, { ...found, ...onWire(inputs) });
        const id = definition.address.id(inputs, "");

        const read = await (await run()).read(kind, id, {});

        expect(read.id).to.equal(id);
        expectDeclared(read.outputs, inputs);
        expect(read.outputs).to.not.have.property("found");
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    ...Object.entries(settingCase.replacing).map(([path, changed]): Scenario => ({
      title: `a change of ${path} replaces, leaving the old ones first`,
      play: async ({ run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);

        const answer = await (await run()).diff(kind, id, outputs, { ...inputs, ...changed });

        expect(answer).to.deep.include({ changes: true, deleteBeforeReplace: true });
        expect(answer.replaces).to.include(path);
      },
    })),
    {
      title: "are left as they are when the resource is deleted",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.clearRequests();

        await (await run()).delete(kind, id, outputs);

        expect(emulator.writes).to.deep.equal([]);
        expect(live(emulator)).to.deep.include(onWire(inputs));
      },
    },
    {
      title: "are put back as they were found, also what had never been set, where the program says restore",
      play: async ({ emulator, run }) => {
        set(emulator, found);
        const first = await run();
        const { id, outputs } = await first.create(kind, restoring);
        const all = { ...restoring, ...another };
        const updated = await (await run()).update(kind, id, outputs, all);
        expect(live(emulator)).to.deep.include(onWire({ ...inputs, ...another }));
        emulator.clearRequests();

        await (await run()).delete(kind, id, updated);

        for (const name of Object.keys(onWire({ ...inputs, ...another }))) {
          expect(live(emulator)?.[name] ?? null, name).to.equal(found[name] ?? null);
        }
        expect(written(emulator)).to.have.lengthOf(1);
        expect(written(emulator)[0]?.[0]).to.equal(settingCase.restores[0]);
      },
    },
    {
      title:
        "that were imported are left as they are with a warning, also after a change: nobody knows what they were before",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, restoring);
        const imported = Object.fromEntries(Object.entries(outputs).filter(([name]) => name !== "found"));
        set(emulator, found);
        const changed = await (await run()).update(kind, id, imported, restoring);
        emulator.clearRequests();
        const provider = await run();

        await provider.delete(kind, id, changed);

        expect(provider.warnings.join()).to.include("it is left as it is");
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    {
      title: "a change of onDelete is recorded and writes nothing",
      play: async ({ emulator, run }) => {
        set(emulator, found);
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.clearRequests();
        const provider = await run();

        const answer = await provider.diff(kind, id, outputs, restoring);
        const updated = await provider.update(kind, id, outputs, restoring);

        expect(answer).to.deep.include({ changes: true, replaces: [] });
        expect(provider.warnings).to.deep.equal([]);
        expect(emulator.writes).to.deep.equal([]);
        await (await run()).delete(kind, id, updated);
        expect(live(emulator)).to.deep.include(found);
      },
    },
    {
      title: "of one parent belong to one resource of a run",
      play: async ({ emulator, run }) => {
        const provider = await run();
        const { id } = await provider.create(kind, inputs);
        emulator.clearRequests();

        const error = await failure(provider.create(kind, { ...inputs, ...another }));

        expect(error.message).to.include(`another resource of this program has the same one, ${id}`);
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    {
      title: "a change whose answer was lost is sent again",
      play: async ({ emulator, run }) => {
        set(emulator, found);
        emulator.fault({ kind: "reset", moment: "after", operationId: changeOperation });

        await (await run()).create(kind, inputs);

        expect(live(emulator)).to.deep.include(onWire(inputs));
      },
    },
    {
      title: "are kept in state with what was found, when nobody knows whether the change was made",
      play: async ({ emulator, run }) => {
        set(emulator, found);
        emulator.fault({ kind: "status", status: 503, operationId: changeOperation, times: "always" });
        const error = await failure<DriverError>((await run()).create(kind, restoring));
        emulator.clearFaults();
        const { id, properties } = error.initFailure!;

        const updated = await (await run()).update(kind, id, properties, restoring);
        await (await run()).delete(kind, id, updated);

        expect(error.message).to.include("kept in state");
        expect(live(emulator)).to.deep.include(found);
      },
    },
    {
      title: "a refusal is told with the service's words and code, and nothing is recorded",
      play: async ({ emulator, run }) => {
        set(emulator, found);
        for (const [status, body] of settingCase.refusals) {
          emulator.fault({ kind: "status", status, body, operationId: changeOperation });

          const error = await failure<DriverError>((await run()).create(kind, inputs));

          expect(error.message).to.include("SettingRefused").and.include("not allowed here");
          expect(error.initFailure).to.equal(undefined);
        }
      },
    },
    {
      title: "deleted with what they belong to they are read as deleted, and their delete is done",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, restoring);
        settingCase.removeParent(emulator);
        const provider = await run();

        expect((await provider.read(kind, id, outputs)).id).to.equal("");
        expect(await provider.diff(kind, id, outputs, restoring)).to.deep.include({ replaces: ["id"] });
        await provider.delete(kind, id, outputs);
      },
    },
    {
      title: "of a parent that there is not are an error that names it",
      play: async ({ emulator, run }) => {
        settingCase.removeParent(emulator);

        const error = await failure<DriverError>((await run()).create(kind, inputs));

        expect(error.message)
          .to.match(/create failed, 40[04]/)
          .and.include(String(inputs.environmentId));
        expect(error.initFailure).to.equal(undefined);
      },
    },
    {
      title: "a gateway's 404 proves nothing: nothing is dropped or made",
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        const body = { statusCode: 404, message: "Resource not found" };
        emulator.fault({ kind: "status", status: 404, body, operationId: readOperation, times: "always" });
        emulator.clearRequests();

        const provider = await run();
        const refreshing = await failure(provider.read(kind, id, outputs));
        const comparing = await failure(provider.diff(kind, id, outputs, inputs));

        for (const { message } of [refreshing, comparing]) expect(message).to.include("Resource not found");
        expect(emulator.writes).to.deep.equal([]);
      },
    },
  ];
  return scenarios.map(({ title, play }) => ({ title: `${kind}: ${title}`, play }));
});
