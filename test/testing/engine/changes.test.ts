import { expect } from "chai";
import { Note } from "./support/note";
import { failure, patience, stepsOf, ToyStack } from "./support/toyStack";

describe("engine: changes", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("updates in place, naming the properties that differ", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one", tags: { a: "1", b: "2" } });
    });
    await toy.up();

    const up = await toy.upTo(() => {
      new Note("note", { text: "two", tags: { a: "1", b: "3" }, extra: true });
    });

    expect(up.changes).to.deep.equal({ update: 1, same: 1 });
    expect(up.steps.find(({ name }) => name === "note")?.diff).to.deep.equal(["extra", "tags.b", "text"]);
    expect(toy.service.read().objects["note-1"]).to.deep.include({ text: "two", extra: true, serial: 1 });
  });

  it("replaces by creating first and deleting at the end", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one", shelf: "left" });
    });
    await toy.up();
    toy.service.forgetCalls();

    const up = await toy.upTo(() => {
      new Note("note", { text: "one", shelf: "right" });
    });

    expect(up.changes).to.deep.equal({ replace: 1, same: 1 });
    expect(stepsOf(up)).to.deep.equal(["create-replacement note", "replace note", "delete-replaced note"]);
    expect(up.steps.find(({ op }) => op === "replace")?.replaceKeys).to.deep.equal(["shelf"]);
    expect((await toy.recorded("note"))?.id).to.equal("note-2");
    expect(
      toy.service
        .read()
        .calls.filter(({ call }) => call === "create" || call === "delete")
        .map(({ call }) => call),
    ).to.deep.equal(["create", "delete"]);
  });

  it("deletes first if the provider wants it, with the dependents that would have to be replaced", async () => {
    const program = (wall: string) => () => {
      const base = new Note("base", { text: "base", wall });
      const tied = new Note("tied", { text: "tied", wall: base.id });
      new Note("loose", { text: tied.id });
    };
    toy = ToyStack.inline(program("north"));
    await toy.up();

    const up = await toy.upTo(program("south"));

    expect(up.changes).to.deep.equal({ replace: 2, update: 1, same: 1 });
    expect(stepsOf(up)).to.deep.equal([
      "delete-replaced tied",
      "delete-replaced base",
      "replace base",
      "create-replacement base",
      "replace tied",
      "create-replacement tied",
      "update loose",
    ]);
  });

  it("deletes first if the option deleteBeforeReplace says so, also for a forced replacement", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one" }, { deleteBeforeReplace: true });
    });
    await toy.up();
    const { urn = "" } = (await toy.recorded("note")) ?? {};

    const up = await toy.up({ replace: [urn] });

    expect(stepsOf(up)).to.deep.equal(["delete-replaced note", "replace note", "create-replacement note"]);
    expect(toy.service.texts()).to.deep.equal(["one"]);
  });

  it("lets the option deleteBeforeReplace overrule the provider", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one", wall: "north" }, { deleteBeforeReplace: false });
    });
    await toy.up();

    const preview = await toy.previewOf(() => {
      new Note("note", { text: "one", wall: "south" }, { deleteBeforeReplace: false });
    });

    expect(stepsOf(preview)).to.deep.equal(["create-replacement note", "replace note", "delete-replaced note"]);
  });

  it("deletes what the program no longer has", async () => {
    toy = ToyStack.inline(() => {
      const first = new Note("first", { text: "one" });
      new Note("second", { text: "two" }, { dependsOn: first });
    });
    await toy.up();

    const up = await toy.upTo(() => undefined);

    expect(stepsOf(up)).to.deep.equal(["delete second", "delete first"]);
    expect(up.changes).to.deep.equal({ delete: 2, same: 1 });
  });

  it("leaves ignored properties as they were", async () => {
    const program = (value: string) => () => {
      new Note("note", { text: "one", tags: { a: value, b: value } }, { ignoreChanges: ["tags.a"] });
    };
    toy = ToyStack.inline(program("1"));
    await toy.up();

    const up = await toy.upTo(program("2"));

    expect(up.steps.find(({ name }) => name === "note")?.diff).to.deep.equal(["tags.b"]);
    expect(toy.service.read().objects["note-1"]?.["tags"]).to.deep.equal({ a: "1", b: "2" });
    expect((await toy.exported("note"))?.ignoreChanges).to.deep.equal(["tags.a"]);
  });

  it("replaces on changes only where the provider leaves the comparison to the engine, as Pulumi does", async () => {
    const program = (text: string) => () => {
      new Note("named", { text }, { replaceOnChanges: ["text"] });
      new Note("vague", { text, vague: true }, { replaceOnChanges: ["text"] });
    };
    toy = ToyStack.inline(program("one"));
    await toy.up();

    const preview = await toy.previewOf(program("two"));

    expect(
      preview.steps
        .filter(({ op }) => op === "update" || op === "replace")
        .map(({ op, name }) => `${op} ${name}`)
        .sort(),
    ).to.deep.equal(["replace vague", "update named"]);
  });

  it("neither deletes nor replaces what is protected", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one", shelf: "left" }, { protect: true });
    });
    await toy.up();

    const replaced = await failure(
      toy.previewOf(() => {
        new Note("note", { text: "one", shelf: "right" }, { protect: true });
      }),
    );
    const removed = await failure(toy.upTo(() => undefined));
    const destroyed = await failure(toy.destroy());

    expect(replaced.message).to.contain("unable to replace resource");
    expect(stepsOf(replaced.result)).to.include("replace note");
    expect(removed.message).to.contain("cannot be deleted\nbecause it is protected");
    expect(destroyed.message).to.contain("because it is protected");
    expect(toy.service.texts()).to.deep.equal(["one"]);
  });

  it("forgets without deleting what is to be retained", async () => {
    toy = ToyStack.inline(() => {
      new Note("note", { text: "one" }, { retainOnDelete: true });
    });
    await toy.up();

    const up = await toy.upTo(() => undefined);

    expect(up.changes).to.deep.equal({ delete: 1, same: 1 });
    expect(await toy.recorded("note")).to.equal(undefined);
    expect(toy.service.texts()).to.deep.equal(["one"]);
  });
});
