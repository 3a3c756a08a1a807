import { expect } from "chai";
import { Note } from "./support/note";
import { failure, patience, ToyStack } from "./support/toyStack";

const program = () => {
  const first = new Note("first", { text: "one" });
  new Note("second", { text: first.id });
};

describe("engine: refresh", function () {
  this.timeout(patience);
  let toy: ToyStack;

  beforeEach(async () => {
    toy = ToyStack.inline(program);
    await toy.up();
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("takes over what was changed by hand, inputs too", async () => {
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { text: "by hand" }));

    const refresh = await toy.refresh();
    const preview = await toy.preview();

    expect(refresh.changes).to.deep.equal({ update: 1, same: 2 });
    expect(refresh.steps.find(({ name }) => name === "first")).to.deep.include({
      op: "refresh",
      diff: ["text"],
    });
    expect((await toy.recorded("first"))?.inputs["text"]).to.equal("by hand");
    expect(preview.steps.find(({ name }) => name === "first")).to.deep.include({
      op: "update",
      diff: ["text"],
    });
    expect(preview.text).to.contain('~ text: "by hand" => "one"');
  });

  it("drops what is gone, and what referred to it no longer does", async () => {
    toy.service.change(({ objects }) => delete objects["note-1"]);

    const refresh = await toy.refresh();

    expect(refresh.changes).to.deep.equal({ delete: 1, same: 2 });
    expect(await toy.recorded("first")).to.equal(undefined);
    expect((await toy.recorded("second"))?.dependencies).to.deep.equal([]);
  });

  it("can come before an update, whose counts leave it out", async () => {
    toy.service.change(({ objects }) => delete objects["note-1"]);

    const up = await toy.up({ refresh: true });

    expect(up.changes).to.deep.equal({ create: 1, update: 1, same: 1 });
    expect(toy.service.texts().sort()).to.deep.equal(["note-3", "one"]);
  });

  it("changes nothing in the state when it comes before a preview", async () => {
    const before = (await toy.stack).exportState();
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { text: "by hand" }));

    const preview = await toy.preview({ refresh: true });

    expect(preview.changes).to.deep.equal({ update: 1, same: 2 });
    expect((await toy.stack).exportState()).to.deep.equal(before);
  });

  it("serves the comparison afterwards from the same provider process", async () => {
    toy.service.forgetCalls();

    await toy.up({ refresh: true });

    expect(toy.service.calls("configure")).to.have.length(1);
  });
});

describe("engine: resources that live elsewhere", function () {
  this.timeout(patience);
  let toy: ToyStack;
  const getting = () => ({ text: new Note("got", {}, { id: "note-7" }).text });

  beforeEach(() => {
    toy = ToyStack.inline(getting);
    toy.service.change(({ objects }) => (objects["note-7"] = { text: "found", serial: 7 }));
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("are read, in previews too, and recorded as external", async () => {
    const preview = await toy.preview();
    const up = await toy.up();

    expect(preview.outputs).to.deep.equal({ text: "found" });
    expect(up.changes).to.deep.equal({ create: 1 });
    expect(up.steps.map(({ op }) => op)).to.include("read");
    expect(await toy.recorded("got")).to.deep.include({ id: "note-7", external: true });
  });

  it("are read again by every operation, and a difference is counted", async () => {
    await toy.up();
    toy.service.change(({ objects }) => Object.assign(objects["note-7"] ?? {}, { text: "rewritten" }));

    const up = await toy.up();

    expect(up.changes).to.deep.equal({ read: 1, same: 1 });
    expect(up.outputs).to.deep.equal({ text: "rewritten" });
  });

  it("are left alone when the stack goes", async () => {
    await toy.up();

    await toy.destroy();

    expect(toy.service.texts()).to.deep.equal(["found"]);
  });

  it("that are missing fail the operation", async () => {
    toy.service.change(({ objects }) => delete objects["note-7"]);

    const error = await failure(toy.preview());

    expect(error.message).to.contain("Preview failed: note 'note-7' not found");
  });
});
