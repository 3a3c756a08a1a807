import { expect } from "chai";

import { definitionOf } from "../../provider/resources";
import type { Emulator } from "../../testing/emulator";
import { kindCases } from "../kinds";
import { freshPulumiHome } from "../pulumiHome";
import type { KindCase } from "../kinds";
import type { DriverError, Properties } from "./driver";
import { failure, missingId, type Scenario, type ScenarioContext } from "./scenario";

const hourMs = 3_600_000;

/** Whoever is not the caller. */
const another = "b0b0b0b0-0000-4000-8000-000000000001";

/** Says of an object that somebody made it, or when. */
function relabel(emulator: Emulator, { kind }: KindCase, id: string, made: { by?: string; at?: number }): void {
  const definition = definitionOf(kind);
  if (definition.shape !== "collection") return;
  const snapshot = emulator.snapshot() as unknown as Readonly<Record<string, unknown>>;
  const objects = Object.values(snapshot).flat() as Properties[];
  const object = objects.find((each) => each[definition.wireId] === id);
  if (object === undefined) throw new Error(`there is no ${kind} ${id}`);
  if (made.at !== undefined) object[definition.createdAt] = new Date(made.at).toISOString();
  if (made.by !== undefined) {
    const [name = "", member] = definition.createdBy.split(".");
    object[name] = member === undefined ? made.by : { ...(object[name] as Properties), [member]: made.by };
  }
  emulator.seed(snapshot);
}

/** What somebody else makes is his, whatever becomes of a create of ours; and what nobody has deleted is there. */
export const ownershipScenarios: readonly Scenario[] = kindCases.flatMap((kindCase) => {
  const { kind, inputs, live, plant, createOperation, deleteOperation, listOperation } = kindCase;

  /** Somebody else makes the same. */
  const plantAnothers = (emulator: Emulator, made: { by?: string; at?: number }): string => {
    const id = plant(emulator);
    relabel(emulator, kindCase, id, made);
    return id;
  };

  /** A create that is never carried out, and whose process is gone before it has an answer. */
  const interrupted = async ({ emulator, run }: ScenarioContext, env?: Record<string, string>): Promise<void> => {
    emulator.fault({ kind: "reset", moment: "before", operationId: createOperation });
    emulator.fault({ kind: "status", status: 403, operationId: listOperation, nth: 2, times: "always" });
    await failure((await run(env && { env })).create(kind, inputs));
    emulator.clearFaults();
  };

  const expectUntouched = (emulator: Emulator, id: string, before: Properties): void => {
    expect(live(emulator).map((each) => each.id)).to.deep.equal([id]);
    expect(live(emulator)[0]!.entity).to.deep.equal(before);
  };

  const others = {
    "another person makes": { by: another },
    "somebody had made long before": { at: Date.now() - 60 * 24 * hourMs },
  };
  const strangers = {
    "another person makes later": { by: another },
    "the same identity makes hours later": { at: Date.now() + 2 * hourMs },
  };
  /** What a gateway says, which knows nothing of the object. */
  const gateways = {
    "in the words of a gateway": { statusCode: 404, message: "Resource not found" },
    "without a word": undefined,
  };

  return [
    ...Object.entries(others).map(([who, made]): Scenario => ({
      title: `${kind}: what ${who} while our create is answered 503 and not carried out is never ours`,
      play: async ({ emulator, run }) => {
        const provider = await run();
        // Another resource of the program has filled the listing.
        await failure(provider.read(kind, missingId(kind, inputs), {}));
        const theirs = plantAnothers(emulator, made);
        const [before] = live(emulator);
        emulator.fault({ kind: "status", status: 503, operationId: createOperation, times: "always" });

        const error = await failure<DriverError>(provider.create(kind, inputs));

        expect(error.message).to.include(theirs).and.include("`adopt: true`");
        expect(error.initFailure).to.equal(undefined);
        expectUntouched(emulator, theirs, before!.entity);
        expect(emulator.writes.every(({ operationId }) => operationId === createOperation)).to.equal(true);
      },
    })),
    ...Object.entries(strangers).map(([who, made]): Scenario => ({
      title: `${kind}: what ${who} is not taken for that of an interrupted run whose create never arrived`,
      play: async (world) => {
        const { emulator, run } = world;
        await interrupted(world);
        const theirs = plantAnothers(emulator, made);
        const [before] = live(emulator);
        emulator.clearRequests();

        const error = await failure((await run()).create(kind, inputs));

        expect(error.message)
          .to.include(theirs)
          .and.include("a run of this stack was interrupted")
          .and.include("`adopt: true`");
        expectUntouched(emulator, theirs, before!.entity);
        expect(emulator.writes).to.deep.equal([]);
      },
    })),
    ...Object.entries(gateways).map(([how, body]): Scenario => ({
      title: `${kind}: a 404 ${how} to every request deletes nothing, and drops nothing from state`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.fault({ kind: "status", status: 404, body, times: "always" });

        const deleting = await failure((await run()).delete(kind, id, outputs));
        const reading = await failure((await run()).read(kind, id, outputs));
        const comparing = await failure((await run()).diff(kind, id, outputs, inputs));

        expect(deleting.message).to.include("404").and.include("proxy, gateway and endpoint");
        for (const { message } of [reading, comparing]) expect(message).to.include("404");
        expect(live(emulator)).to.have.lengthOf(1);
      },
    })),
    ...Object.entries(gateways).map(([how, body]): Scenario => ({
      title: `${kind}: a delete answered 404 ${how} is no delete while the tenant shows the object`,
      play: async ({ emulator, run }) => {
        const { id, outputs } = await (await run()).create(kind, inputs);
        emulator.fault({ kind: "status", status: 404, body, operationId: deleteOperation, times: "always" });

        const error = await failure((await run()).delete(kind, id, outputs));

        expect(error.message).to.include("delete failed, 404").and.include("The tenant shows it all the same");
      },
    })),
    {
      title: `${kind}: with \`adopt\`, what was made after the listing of the same run is adopted, and there is one`,
      play: async ({ emulator, run }) => {
        const provider = await run();
        await failure(provider.read(kind, missingId(kind, inputs), {}));
        const theirs = plant(emulator);

        const { id } = await provider.create(kind, { ...inputs, adopt: true });

        expect(id.endsWith(theirs)).to.equal(true);
        expect(live(emulator).map((each) => each.id)).to.deep.equal([theirs]);
        const unwanted = [createOperation, deleteOperation];
        expect(emulator.writes.filter(({ operationId = "" }) => unwanted.includes(operationId))).to.deep.equal([]);
      },
    },
    {
      title: `${kind}: what an interrupted run has made is not that of a stack of equal name in another backend`,
      play: async (world) => {
        const { emulator, run } = world;
        const [mine, others] = ["s3://mine", "s3://others"].map((url) => ({ PULUMI_BACKEND_URL: url }));
        emulator.fault({ kind: "reset", moment: "after", operationId: createOperation });
        emulator.fault({ kind: "status", status: 403, operationId: listOperation, nth: 2, times: "always" });
        await failure((await run({ env: mine! })).create(kind, inputs));
        emulator.clearFaults();
        const made = live(emulator)[0]!.id;

        const error = await failure((await run({ env: others! })).create(kind, inputs));
        const { id } = await (await run({ env: mine! })).create(kind, inputs);

        expect(error.message).to.include(made).and.include("`adopt: true`");
        expect(error.message).to.not.include("interrupted");
        expect(id.endsWith(made)).to.equal(true);
        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
    {
      title: `${kind}: without a folder for create intents nothing is sent, and the error names the folder`,
      play: async ({ emulator, run }) => {
        for (const home of ["/proc/self/fdinfo", "/proc/nowhere"]) {
          const error = await failure((await run({ env: { PULUMI_HOME: home } })).create(kind, inputs));

          expect(error.message).to.include(`the folder ${home}`).and.include("PULUMI_HOME");
        }
        expect(emulator.writes).to.deep.equal([]);
        await (await run({ env: { PULUMI_HOME: freshPulumiHome() } })).create(kind, inputs);
        expect(live(emulator)).to.have.lengthOf(1);
      },
    },
  ] satisfies Scenario[];
});
