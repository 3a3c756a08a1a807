import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { Note } from "./support/note";
import { failure, patience, ToyStack } from "./support/toyStack";

class Board extends pulumi.ComponentResource {
  readonly note: Note;

  constructor(name: string, text: pulumi.Input<string>, options?: pulumi.ComponentResourceOptions) {
    super("toy:index:Board", name, {}, options);
    this.note = new Note(`${name}-note`, { text }, { parent: this });
    this.registerOutputs({ noteId: this.note.id });
  }
}

describe("engine: dependencies, parents and aliases", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("records on what a resource and each of its properties depend", async () => {
    toy = ToyStack.inline(() => {
      const first = new Note("first", { text: "one" });
      const second = new Note("second", { text: "two" });
      new Note("third", { text: first.id, tags: { all: second.text } }, { dependsOn: [second] });
    });

    await toy.up();

    const [first, second] = [(await toy.recorded("first"))?.urn, (await toy.recorded("second"))?.urn];
    const third = await toy.recorded("third");
    expect(third?.dependencies).to.deep.equal([first, second]);
    expect(third?.propertyDependencies).to.deep.equal({ __provider: [], text: [first], tags: [second] });
  });

  it("puts children under their component, with its outputs", async () => {
    toy = ToyStack.inline(() => {
      new Board("board", "on board", { protect: true });
    });

    const up = await toy.up();

    expect(up.changes).to.deep.equal({ create: 3 });
    const child = await toy.recorded("board-note");
    expect(child?.urn).to.contain("::toy:index:Board$pulumi-nodejs:dynamic/toy:Note::");
    expect(child?.parent).to.equal((await toy.recorded("board"))?.urn);
    expect(child?.protect).to.equal(true);
    expect((await toy.recorded("board"))?.outputs).to.deep.equal({ noteId: "note-1" });
  });

  it("finds a renamed component and its children under their earlier names", async () => {
    toy = ToyStack.inline(() => {
      const board = new Board("board", "on board");
      new Note("after", { text: board.note.id });
    });
    await toy.up();

    const up = await toy.upTo(() => {
      const board = new Board("panel", "on board", { aliases: [{ name: "board" }] });
      new Note("after", { text: board.note.id });
    });

    expect(up.changes).to.deep.equal({ same: 4 });
    const child = await toy.recorded("panel-note");
    expect(child?.id).to.equal("note-1");
    expect(child?.aliases).to.deep.equal([]);
    expect((await toy.recorded("after"))?.dependencies).to.deep.equal([child?.urn]);
    expect(await toy.recorded("board")).to.equal(undefined);
  });

  it("refuses a second resource of the same name", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one" });
      new Note("note", { text: "two" });
    });

    const error = await failure(toy.up());

    expect(error.message).to.contain("Duplicate resource URN").and.contain("try giving it a unique name");
  });

  it("resolves references to resources", async () => {
    toy = ToyStack.inline(() => {
      const board = new Board("board", "on board");
      return { board: board.note.urn };
    });

    const up = await toy.up();

    expect(up.outputs["board"]).to.equal((await toy.recorded("board-note"))?.urn);
  });

  it("cannot import what a dynamic provider manages, no more than the CLI can", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one" }, { import: "note-9" });
    });

    const error = await failure(toy.up());

    expect(error.message).to.contain("Cannot read properties of undefined (reading 'toJavaScript')");
  });

  it("says what it does not support", async () => {
    toy = ToyStack.inline(() => {
      new pulumi.ComponentResource("toy:index:Shelf", "shelf", {}, {}, true);
    });

    const error = await failure(toy.up());

    expect(error.message).to.contain("'shelf': the test engine has no components of other packages");
  });
});
