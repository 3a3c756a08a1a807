import { expect } from "chai";

import { seeded } from "../../testing/emulator";
import { kindCases } from "../kinds";
import { failure, missingId, type Scenario } from "./scenario";

/** What somebody else, or the service, does between two of our calls. */
export const meanwhileScenarios: readonly Scenario[] = kindCases.flatMap((kindCase) => {
  const { kind, inputs, live, plant, remove, change, createOperation, isUnique = false } = kindCase;
  const scenarios: readonly Scenario[] = [
    {
      title: `${kind}: with two that could be adopted nothing is, and both are named`,
      play: async ({ emulator, run }) => {
        const ids = [plant(emulator), plant(emulator)];

        const error = await failure((await run()).create(kind, { ...inputs, adopt: true }));

        for (const id of ids) expect(error.message).to.include(id);
        expect(error.message).to.include("needs exactly one");
        expect(emulator.writes).to.deep.equal([]);
      },
    },
    ...(isUnique
      ? []
      : ([
          {
            title: `${kind}: a lost answer with two new ones afterwards is an error that names both`,
            play: async ({ emulator, run }) => {
              const provider = await run();
              await failure(provider.read(kind, missingId(kind, inputs), {})); // the listing is known from here on
              const planted = plant(emulator);
              emulator.fault({ kind: "reset", moment: "after", operationId: createOperation });

              const error = await failure(provider.create(kind, inputs));

              expect(error.message).to.include("what is there now is not proven to be its").and.include(planted);
              expect(live(emulator)).to.have.lengthOf(2);
            },
          },
        ] satisfies Scenario[])),
    ...(change === undefined
      ? []
      : ([
          {
            title: `${kind}: gone between diff and update, the error says to run again`,
            play: async ({ emulator, run }) => {
              const { id, outputs } = await (await run()).create(kind, inputs);
              remove(emulator, live(emulator)[0]!.id);

              const error = await failure((await run()).update(kind, id, outputs, { ...inputs, ...change.inputs }));

              expect(error.message).to.include("was deleted").and.include("Run `pulumi up` again");
            },
          },
          {
            title: `${kind}: an update that cannot read writes nothing`,
            play: async ({ emulator, run }) => {
              const { id, outputs } = await (await run()).create(kind, inputs);
              emulator.clearRequests();
              emulator.fault({ kind: "status", status: 403, method: "GET", times: "always" });

              const error = await failure((await run()).update(kind, id, outputs, { ...inputs, ...change.inputs }));

              expect(error.message).to.include("update failed, 403");
              expect(emulator.writes).to.deep.equal([]);
            },
          },
          {
            title: `${kind}: a service that keeps what it had is an error, with what is live recorded`,
            play: async ({ emulator, run }) => {
              const { id, outputs } = await (await run()).create(kind, inputs);
              const body = live(emulator)[0]!.entity;
              emulator.fault({
                kind: "status",
                status: 200,
                body,
                operationId: change.updateOperation,
                times: "always",
              });

              const error = await failure((await run()).update(kind, id, outputs, { ...inputs, ...change.inputs }));

              expect(error.message).to.include("the service kept").and.include(change.path);
              expect(error).to.have.nested.property("initFailure.id", id);
            },
          },
        ] satisfies Scenario[])),
  ];
  return scenarios.filter(({ title }) => kindCase.isOnly !== true || !title.includes("with two that"));
});

/** A 409 whose reason cannot be read still says what to do. */
export const heldScenarios: readonly Scenario[] = [
  {
    title: "EnvironmentGroup: a refused delete whose environments cannot be read says so",
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create("EnvironmentGroup", { displayName: "Sales" });
      emulator.tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: id });
      emulator.fault({ kind: "status", status: 403, operationId: "listEnvironments", times: "always" });

      const error = await failure((await run()).delete("EnvironmentGroup", id, outputs));

      expect(error.message).to.include("could not be read").and.include("Empty the group");
    },
  },
];
