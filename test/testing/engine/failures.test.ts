import { expect } from "chai";
import { Note } from "./support/note";
import { failure, patience, ToyStack } from "./support/toyStack";

const program = (fail?: string) => () => {
  const note = new Note("note", { text: "one", ...(fail === undefined ? {} : { fail }) });
  new Note("dependent", { text: note.id });
};

describe("engine: failures", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("names every resource that failed, and keeps the others", async () => {
    toy = ToyStack.inline(() => {
      new Note("good", { text: "one" }).id.apply(() => {
        new Note("bad", { text: "two", fail: "create" });
      });
    });

    const error = await failure(toy.up());

    expect(error.name).to.equal("DeploymentError");
    expect(error.message).to.equal('up failed:\n  pulumi-nodejs:dynamic/toy:Note bad: no room for "two"');
    expect(error.result.steps.find(({ name }) => name === "bad")?.error).to.equal('no room for "two"');
    expect(error.result.changes).to.deep.equal({ create: 2 });
    expect(error.result.text).to.contain('error: no room for "two"');
    expect((await toy.recorded("good"))?.id).to.equal("note-1");
    expect(await toy.recorded("bad")).to.equal(undefined);
  });

  it("keeps a resource that was half made, and finishes it with the next update", async () => {
    toy = ToyStack.inline(program("half"));

    const error = await failure(toy.up());
    const half = await toy.recorded("note");
    const up = await toy.upTo(program());

    expect(error.message).to.contain("1 error occurred:\n\t* the pin fell off");
    expect(half).to.deep.include({ id: "note-1", initErrors: ["the pin fell off"] });
    expect(up.changes).to.deep.equal({ create: 1, update: 1, same: 1 });
    expect((await toy.recorded("note"))?.initErrors).to.deep.equal([]);
  });

  it("updates a half made resource though nothing differs, unless a refresh finds it well", async () => {
    toy = ToyStack.inline(program("half"));
    await failure(toy.up());

    const before = await failure(toy.up());
    await toy.refresh();
    const after = await toy.preview();

    expect(before.result.steps.find(({ name }) => name === "note")).to.deep.include({
      op: "update",
      diff: [],
    });
    expect(after.steps.find(({ name }) => name === "note")?.op).to.equal("same");
  });

  it("keeps the old state of what could not be updated", async () => {
    toy = ToyStack.inline(program());
    await toy.up();

    const error = await failure(toy.upTo(program("update")));

    expect(error.message).to.contain("cannot rewrite note-1");
    expect((await toy.recorded("note"))?.inputs).not.to.have.property("fail");
  });

  it("reports all that a check refuses, before anything is made", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "" });
    });

    const error = await failure(toy.preview());

    expect(error.message).to.contain("resource 'note': property text value {} has a problem: must not be empty");
    expect(error.result.diagnostics.find(({ severity }) => severity === "error")?.urn).to.match(/::note$/);
  });

  it("keeps what could not be deleted, and tries again", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one", sticky: true });
    });
    await toy.up();

    const error = await failure(toy.destroy());
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { sticky: false }));
    const destroy = await toy.destroy();

    expect(error.message).to.contain("note-1 is glued on");
    expect(destroy.changes).to.deep.equal({ delete: 2 });
  });

  it("keeps the old resource of a replacement until it is deleted", async () => {
    const onShelf = (shelf: string) => () => {
      new Note("note", { text: "one", shelf, sticky: true });
    };
    toy = ToyStack.inline(onShelf("left"));
    await toy.up();

    await failure(toy.upTo(onShelf("right")));
    const { resources } = await toy.stack;
    const notes = resources.filter(({ type }) => type.endsWith(":Note"));
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { sticky: false }));
    await toy.up();

    expect(notes.map(({ id, delete: isOld }) => [id, isOld])).to.deep.equal([
      ["note-2", false],
      ["note-1", true],
    ]);
    expect((await toy.stack).resources.filter(({ type }) => type.endsWith(":Note")).map(({ id }) => id)).to.deep.equal([
      "note-2",
    ]);
  });
});
