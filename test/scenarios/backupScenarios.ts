import { expect } from "chai";

import { declared } from "../kinds";
import { failure, type Scenario } from "./scenario";

const kind = "EnvironmentBackup";
const inputs = declared.EnvironmentBackup;
const expired = { backupExpiryDateTime: "2026-01-01T00:00:00Z" };

/** What is particular of backups. */
export const backupScenarios: readonly Scenario[] = [
  {
    title: `${kind}: is made at once, with its label alone in the request`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);

      const [only] = emulator.tenant.environmentBackups.list();
      expect(id).to.equal(`${String(inputs.environmentId)}/backups/${only!.id}`);
      expect(outputs).to.include({ backupExpiryDateTime: only!.backupExpiryDateTime });
      expect(emulator.writes.map(({ body }) => body)).to.deep.equal([{ label: inputs.label }]);
    },
  },
  {
    title: `${kind}: expired it stays in state, is not made again, and a warning says how another one is made`,
    play: async ({ emulator, run }) => {
      const made = await (await run()).create(kind, inputs);
      const outputs = { ...made.outputs, ...expired };
      emulator.tenant.environmentBackups.remove(emulator.tenant.environmentBackups.list()[0]!.id);
      emulator.clearRequests();

      const provider = await run();
      const answer = await provider.diff(kind, made.id, outputs, inputs);
      const read = await provider.read(kind, made.id, outputs);
      const other = await provider.diff(kind, made.id, outputs, { ...inputs, label: "another" });
      await provider.delete(kind, made.id, outputs);

      expect(answer).to.deep.include({ changes: false, replaces: [] });
      expect(read.id).to.equal(made.id);
      expect(read.outputs).to.include(expired);
      expect(other).to.deep.include({ changes: true, replaces: ["label"] });
      expect(provider.warnings).to.have.lengthOf(1);
      expect(provider.warnings[0]).to.include("has expired").and.include("Another `label` makes another one");
      expect(emulator.writes.map(({ method }) => method)).to.deep.equal(["DELETE"]);
    },
  },
  {
    title: `${kind}: absent before it has expired it was deleted, and is made again`,
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.tenant.environmentBackups.remove(emulator.tenant.environmentBackups.list()[0]!.id);

      const provider = await run();
      const answer = await provider.diff(kind, id, outputs, inputs);

      expect(answer).to.deep.include({ changes: true, replaces: ["id"] });
      expect((await provider.read(kind, id, outputs)).id).to.equal("");
    },
  },
  {
    title: `${kind}: an id of another form is refused with the form`,
    play: async ({ run }) => {
      const error = await failure((await run()).read(kind, "77777777-7777-4777-8777-777777777777", {}));

      expect(error.message).to.include("{environmentId}/backups/{id}");
    },
  },
];
