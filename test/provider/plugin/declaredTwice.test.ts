import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";

import { kindCases } from "../../kinds";
import { struct, urnOf } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";
import { withEmulator } from "./harness";
import { create, detailedDiff, read } from "./wire";

const hasIt = "another resource of this program has the same one";

for (const { kind, inputs } of kindCases)
  describe(`one ${kind} that a program declares twice, once with \`adopt\``, () => {
    const harness = withEmulator();

    /** It is in state as `one`, and the program of this run declares it as that and as another. */
    async function inState(declared: readonly string[] = ["one"]) {
      const { id, outputs } = await create((await harness.run()).client, kind, inputs);
      const { client, warnings } = await harness.run();
      for (const each of declared) {
        const request = new messages.CheckRequest();
        await client.call("check", request.setUrn(urnOf(kind, each)).setNews(struct(inputs)));
      }
      harness.emulator.clearRequests();
      return { client, warnings, olds: { id, inputs, outputs } };
    }
    const adopting = { ...inputs, adopt: true };
    const name = "other";

    it("is not adopted when the one in state was compared before", async () => {
      const { client, olds } = await inState();
      await detailedDiff(client, kind, olds, inputs);

      const error = await failure(create(client, kind, adopting, { name }));

      expect(error.message).to.include(hasIt).and.include("Declare it once");
      expect(harness.emulator.writes).to.deep.equal([]);
    });

    it("is an error of the one in state when it was adopted before", async () => {
      const { client, olds } = await inState();
      await create(client, kind, adopting, { name });

      const error = await failure(detailedDiff(client, kind, olds, inputs));

      expect(error.message).to.include(hasIt).and.include("Declare it once");
      expect(harness.emulator.writes).to.deep.equal([]);
    });

    it("is not imported", async () => {
      const { client, olds } = await inState();
      await detailedDiff(client, kind, olds, inputs);

      const error = await failure(read(client, kind, olds.id, undefined, name));

      expect(error.message).to.include("import failed").and.include(hasIt).and.include("Declare it once");
    });

    it("is imported under a new name in place of the former one", async () => {
      const { client, olds } = await inState([name]);
      await detailedDiff(client, kind, olds, inputs);

      const { id } = await read(client, kind, olds.id, undefined, name);

      expect(id).to.equal(olds.id);
    });

    it("is an error where an import has put it into the state as both", async () => {
      const { client, olds } = await inState(["one", name]);
      await detailedDiff(client, kind, olds, inputs);

      const error = await failure(detailedDiff(client, kind, olds, inputs, [], name));

      expect(error.message).to.include(hasIt).and.include("Declare it once");
    });

    it("is none where state has it under a former name too", async () => {
      const { client, olds } = await inState([name]);
      await detailedDiff(client, kind, olds, inputs, [], name);

      const { changes } = await detailedDiff(client, kind, olds, inputs);

      expect(changes).to.equal("DIFF_NONE");
    });

    it("is said so in a preview", async () => {
      const { client, olds, warnings } = await inState();
      await detailedDiff(client, kind, olds, inputs);

      await create(client, kind, adopting, { name, preview: true });

      expect(warnings.join()).to.include(hasIt);
      expect(harness.emulator.writes).to.deep.equal([]);
    });
  });
