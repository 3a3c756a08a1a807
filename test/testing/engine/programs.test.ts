import { expect } from "chai";
import { Stack, type OperationResult } from "../../../testing/engine";
import { failure, patience, ToyStack } from "./support/toyStack";
import { programPath } from "./support/packageRoot";

describe("engine: a program in a directory", function () {
  this.timeout(patience);

  describe("from its first preview to its end", () => {
    const toy = ToyStack.directory("notes", { config: { text: "moin" } });
    let preview: OperationResult, up: OperationResult, again: OperationResult, destroy: OperationResult;

    before(async () => {
      preview = await toy.preview();
      up = await toy.up();
      again = await toy.up();
      destroy = await toy.destroy();
    });
    after(() => {
      toy.service.remove();
    });

    it("previews what it would create", () => {
      expect(preview.changes).to.deep.equal({ create: 3 });
    });

    it("creates it and gives the outputs of the stack", () => {
      expect(up.changes).to.deep.equal({ create: 3 });
      expect(up.outputs).to.deep.equal({ firstId: "note-1", second: "after note-1" });
    });

    it("takes configuration before the defaults of Pulumi.yaml", () => {
      expect(up.steps.find(({ name }) => name === "first")?.newInputs["text"]).to.equal("moin");
    });

    it("finds nothing to do the second time", () => {
      expect(again.changes).to.deep.equal({ same: 3 });
    });

    it("deletes dependents before what they depend on", () => {
      expect(destroy.steps.map(({ op, name }) => `${op} ${name}`)).to.deep.equal([
        "delete second",
        "delete first",
        "delete notes-test",
      ]);
      expect(toy.service.texts()).to.deep.equal([]);
    });
  });

  it("takes defaults and the entry point from Pulumi.yaml", async () => {
    const toy = ToyStack.directory("notes");

    const preview = await toy.preview();

    expect(preview.steps.find(({ name }) => name === "first")?.newInputs["text"]).to.equal("hello");
    toy.service.remove();
  });

  it("fails with the program's message, keeping what was made", async () => {
    const toy = ToyStack.directory("throwing");

    const error = await failure(toy.up());

    expect(error.message).to.contain("the program is wrong");
    expect(
      error.result.diagnostics.some(
        ({ severity, message }) => severity === "error" && message.includes("the program is wrong"),
      ),
    ).to.equal(true);
    expect((await toy.recorded("kept"))?.id).to.equal("note-1");
    toy.service.remove();
  });

  it("deletes nothing when the program fails", async () => {
    const toy = ToyStack.directory("throwing", { env: { QUIET: "1" } });
    await toy.up();

    const again = ToyStack.directory("throwing", { env: { EMPTY: "1" } });
    (await again.stack).importState((await toy.stack).exportState());
    await failure(again.up());

    expect((await again.recorded("kept"))?.id).to.equal("note-1");
    toy.service.remove();
    again.service.remove();
  });

  it("runs TypeScript, with what it prints as diagnostics", async () => {
    const toy = ToyStack.directory("typed", { secrets: { token: "t0ken" } });

    const preview = await toy.preview();

    expect(preview.changes).to.deep.equal({ create: 2 });
    expect(preview.diagnostics).to.deep.include({ severity: "info", message: "printed by the program" });
    expect(preview.diagnostics).to.deep.include({ severity: "info", message: "complained by the program" });
    expect(preview.outputs).to.deep.equal({ token: "t0ken" });
    expect(preview.secretOutputs).to.deep.equal(["token"]);
    toy.service.remove();
  });

  it("refreshes first if Pulumi.yaml says so", async () => {
    const toy = ToyStack.directory("refreshing");
    await toy.up();
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { text: "by hand" }));

    const preview = await toy.preview();

    expect(preview.steps.filter(({ name }) => name === "only").map(({ op, diff }) => ({ op, diff }))).to.deep.equal([
      { op: "refresh", diff: ["text"] },
      { op: "update", diff: ["text"] },
    ]);
    toy.service.remove();
  });

  it("says where it looked for Pulumi.yaml", async () => {
    const error = await Stack.create({ program: programPath("nowhere") }).catch((thrown: unknown) => thrown as Error);

    expect((error as Error).message).to.match(/^There is no Pulumi\.yaml in .*nowhere\.$/);
  });
});
