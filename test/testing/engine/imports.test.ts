import { expect } from "chai";
import { NativeNote } from "./support/nativeNote";
import { failure, patience, stepsOf, ToyStack } from "./support/toyStack";

const type = "toy:index:Note";

describe("engine: the option import", function () {
  this.timeout(patience);
  let toy: ToyStack;

  /** A program with one note that is to be imported. */
  const importing = (args: Record<string, unknown>) => () => {
    new NativeNote("note", args, { import: "note-7" });
  };

  beforeEach(() => {
    toy = ToyStack.native(importing({ text: "seven", tags: { a: "1" } }));
    toy.service.change(({ objects }) => (objects["note-7"] = { text: "seven", tags: { a: "1" }, serial: 7 }));
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("takes an object into the state, read by its id alone and then checked", async () => {
    const up = await toy.up();

    expect(stepsOf(up)).to.deep.equal(["import note"]);
    expect(up.changes).to.deep.equal({ import: 1, create: 1 });
    expect(toy.service.calls("read")).to.have.length(1);
    expect(toy.service.calls("read")[0]).to.deep.include({ id: "note-7", hasInputs: false });
    expect(toy.service.calls("check")[0]?.["olds"]).to.deep.equal({ text: "seven", tags: { a: "1" } });
    expect(await toy.exported("note")).to.deep.include({ id: "note-7", importID: "note-7" });
    expect(toy.service.calls("create")).to.deep.equal([]);
  });

  it("changes in the same run what the program wants otherwise", async () => {
    const program = importing({ text: "sieben", tags: { a: "1" } });

    const preview = await toy.previewOf(program);
    const up = await toy.upTo(program);

    for (const result of [preview, up]) {
      expect(stepsOf(result)).to.deep.equal(["import note", "update note"]);
      expect(result.changes).to.deep.equal({ import: 1, update: 1, create: 1 });
      expect(result.steps.find(({ op }) => op === "update")?.diff).to.deep.equal(["text"]);
    }
    expect(preview.rows).to.contain(" ~  toy:index:Note note update [diff: ~text]");
    expect(toy.service.texts()).to.deep.equal(["sieben"]);
  });

  it("does nothing once the object is in the state", async () => {
    await toy.up();
    toy.service.forgetCalls();

    const up = await toy.up();

    expect(stepsOf(up)).to.deep.equal(["same note"]);
    expect(toy.service.calls("read")).to.deep.equal([]);
  });

  it("fails where there is no such object", async () => {
    toy.service.change((state) => (state.objects = {}));

    const error = await failure(toy.up());

    expect(error.message).to.contain("toy:index:Note note: resource 'note-7' does not exist");
    expect(await toy.recorded("note")).to.equal(undefined);
  });

  it("stands in the way of a replacement: a preview warns, an update fails", async () => {
    await toy.up();
    const program = importing({ text: "seven", tags: { a: "1" }, shelf: "left" });

    const preview = await toy.previewOf(program);
    const error = await failure(toy.upTo(program));

    expect(preview.diagnostics.find(({ severity }) => severity === "warning")?.message).to.contain(
      "previously-imported resources that still specify an ID may not be replaced",
    );
    expect(error.message).to.contain("shelf: {<nil>} => {left}");
  });

  it("replaces what is recorded under another id", async () => {
    toy.service.change(({ objects }) => (objects["note-8"] = { text: "eight", serial: 8 }));
    await toy.up();

    const up = await toy.upTo(() => {
      new NativeNote("note", { text: "eight" }, { import: "note-8" });
    });

    expect(stepsOf(up)).to.deep.equal(["import-replacement note", "replace note", "delete-replaced note"]);
    expect((await toy.recorded("note"))?.id).to.equal("note-8");
    expect(Object.keys(toy.service.read().objects)).to.deep.equal(["note-8"]);
  });
});

describe("engine: stack.import", function () {
  this.timeout(patience);
  let toy: ToyStack;

  beforeEach(() => {
    toy = ToyStack.native(() => {
      new NativeNote("seven", { text: "seven" }, { protect: true });
      new NativeNote("eight", { text: "eight", watched: true });
    });
    toy.service.change(({ objects }) => {
      objects["note-7"] = { text: "seven", serial: 7 };
      objects["note-8"] = { text: "eight", watched: true, serial: 8 };
    });
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("takes objects into an empty stack, after which the program has nothing to do", async () => {
    const imported = await toy.import([
      { type, name: "seven", id: "note-7" },
      { type, name: "eight", id: "note-8", protect: false },
    ]);
    const preview = await toy.preview();

    expect(imported.changes).to.deep.equal({ import: 2, create: 1 });
    expect(imported.rows).to.contain(" =  toy:index:Note seven imported");
    expect(preview.changes).to.deep.equal({ same: 3 });
    expect(await toy.exported("seven")).to.deep.include({ id: "note-7", protect: true });
    expect(await toy.exported("seven")).not.to.have.property("importID");
    expect(await toy.exported("eight")).to.deep.include({ id: "note-8", refreshBeforeUpdate: true });
  });

  it("leaves alone what is there already", async () => {
    await toy.import({ type, name: "seven", id: "note-7" });
    toy.service.forgetCalls();

    const again = await toy.import({ type, name: "seven", id: "note-7" });

    expect(again.changes).to.deep.equal({ same: 2 });
    expect(toy.service.calls("read")).to.deep.equal([]);
  });

  it("refuses a name that is taken, and takes the others", async () => {
    await toy.import({ type, name: "seven", id: "note-7" });

    const error = await failure(
      toy.import([
        { type, name: "seven", id: "note-8" },
        { type, name: "eight", id: "note-8" },
      ]),
    );

    expect(error.message).to.contain("resource 'urn:pulumi:test::project::toy:index:Note::seven' already exists");
    expect((await toy.recorded("eight"))?.id).to.equal("note-8");
  });

  it("fails for an object that does not exist", async () => {
    const error = await failure(toy.import({ type, name: "note", id: "note-9" }));

    expect(error.message).to.contain("resource 'note-9' does not exist");
  });

  it("can be previewed", async () => {
    const preview = await toy.import({ type, name: "seven", id: "note-7" }, { preview: true });

    expect(preview.changes).to.deep.equal({ import: 1, create: 1 });
    expect((await toy.stack).resources).to.deep.equal([]);
  });

  it("only warns where a provider refuses what it has read itself", async () => {
    toy.service.change(({ objects }) => (objects["note-9"] = { text: "", serial: 9 }));

    const imported = await toy.import({ type, name: "empty", id: "note-9" });

    expect(imported.changes).to.deep.equal({ import: 1, create: 1 });
    expect(imported.diagnostics.map(({ severity, message }) => `${severity}: ${message}`).join("\n"))
      .to.contain("warning: One or more imported inputs failed to validate.")
      .and.to.contain("property text value {} has a problem: must not be empty");
  });
});
