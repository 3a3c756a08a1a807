import { expect } from "chai";
import { NativeNote } from "./support/nativeNote";
import { failure, patience, stepsOf, ToyStack } from "./support/toyStack";

const program = () => {
  const watched = new NativeNote("watched", { text: "one", tags: { a: "1" }, watched: true });
  new NativeNote("other", { text: "two" }, { dependsOn: watched });
};

describe("engine: resources that are refreshed before an update", function () {
  this.timeout(patience);
  let toy: ToyStack;

  /** Somebody changes the note and adds a tag. */
  const drift = (): void => {
    toy.service.change(({ objects }) => {
      const note = Object.values(objects).find(({ watched }) => watched);
      Object.assign(note ?? {}, { text: "by hand", tags: { a: "1", b: "2" } });
    });
  };

  beforeEach(async () => {
    toy = ToyStack.native(program);
    await toy.up();
    toy.service.forgetCalls();
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("are recorded as such, and so is that a CLI has to know of it", async () => {
    const state = (await toy.stack).exportState();

    expect(await toy.exported("watched")).to.deep.include({ refreshBeforeUpdate: true });
    expect(await toy.exported("other")).not.to.have.property("refreshBeforeUpdate");
    expect(state).to.deep.include({ version: 4, features: ["refreshBeforeUpdate"] });
  });

  it("are read first in a plain preview, and only they", async () => {
    const preview = await toy.preview();

    expect(toy.service.calls("read")).to.have.length(1);
    expect(stepsOf(preview)).to.have.members(["refresh watched", "same watched", "same other"]);
    expect(preview.changes).to.deep.equal({ same: 3 });
    expect(preview.hasChanges).to.equal(false);
  });

  it("show what was changed by hand, and what an update makes of it", async () => {
    drift();

    const preview = await toy.preview();

    const [refresh, update] = preview.steps.filter(({ name }) => name === "watched");
    expect(refresh).to.deep.include({
      op: "refresh",
      detailedDiff: {
        text: { kind: "update", inputDiff: false },
        "tags.b": { kind: "add", inputDiff: false },
      },
    });
    expect(update).to.deep.include({
      op: "update",
      detailedDiff: {
        text: { kind: "update", inputDiff: false },
        "tags.b": { kind: "delete", inputDiff: false },
      },
    });
    expect(update?.oldInputs["text"]).to.equal("by hand");
    expect(preview.changes).to.deep.equal({ update: 1, same: 2 });
  });

  it("are shown in rows as the CLI shows them", async () => {
    drift();

    const { rows } = await toy.preview();

    expect(rows.split("\n")).to.deep.equal([
      "Previewing update (test):",
      " ~  toy:index:Note watched refresh [diff: ~tags,text]",
      "    pulumi:pulumi:Stack project-test",
      " ~  toy:index:Note watched update [diff: ~tags,text]",
      "Resources:",
      "    ~ 1 to update",
      "    2 unchanged",
      "",
    ]);
  });

  it("are shown in detail as the CLI shows them", async () => {
    drift();

    const { diff } = await toy.preview();

    expect(diff.split("\n")).to.deep.equal([
      "Previewing update (test):",
      "~ toy:index:Note: (refresh)",
      "    [id=note-1]",
      "    [urn=urn:pulumi:test::project::toy:index:Note::watched]",
      "    --outputs:--",
      "  ~ tags   : {",
      '        a: "1"',
      '      + b: "2"',
      "    }",
      '  ~ text   : "one" => "by hand"',
      "  pulumi:pulumi:Stack: (same)",
      "    [urn=urn:pulumi:test::project::pulumi:pulumi:Stack::project-test]",
      "    ~ toy:index:Note: (update)",
      "        [id=note-1]",
      "        [urn=urn:pulumi:test::project::toy:index:Note::watched]",
      "      ~ tags: {",
      '          - b: "2"',
      "        }",
      '      ~ text: "by hand" => "one"',
      "Resources:",
      "    ~ 1 to update",
      "    2 unchanged",
      "",
    ]);
  });

  it("are made again where they are gone", async () => {
    toy.service.change((state) => (state.objects = {}));

    const up = await toy.up();

    expect(stepsOf(up)).to.have.members(["refresh watched", "create watched", "same other"]);
    expect(up.changes).to.deep.equal({ create: 1, same: 2 });
  });

  it("are brought back by an update in one run", async () => {
    drift();

    await toy.up();

    expect(toy.service.texts()).to.include("one").and.not.to.include("by hand");
  });

  it("are read before a destroy too", async () => {
    await toy.destroy();

    expect(toy.service.calls("read")).to.have.length(1);
    expect(toy.service.texts()).to.deep.equal([]);
  });

  it("start a second process, that only checks, beside the one that refreshes", async () => {
    await toy.preview();

    const pids = (call: string) => new Set(toy.service.calls(call).map(({ pid }) => pid));
    expect(pids("handshake").size).to.equal(2);
    expect(pids("configure").size).to.equal(1);
  });

  it("fail an operation that expects no changes only where there are some", async () => {
    await toy.preview({ expectNoChanges: true });
    drift();

    const error = await failure(toy.preview({ expectNoChanges: true }));

    expect(error.message).to.equal("no changes were expected but changes were proposed");
    expect(error.result.changes).to.deep.equal({ update: 1, same: 2 });
  });

  it("can be refreshed on their own, or that be previewed", async () => {
    drift();

    const preview = await toy.refresh({ preview: true });
    const before = await toy.recorded("watched");
    const refresh = await toy.refresh();

    expect(before?.outputs["text"]).to.equal("one");
    expect((await toy.recorded("watched"))?.outputs["text"]).to.equal("by hand");
    for (const { changes } of [preview, refresh]) expect(changes).to.deep.equal({ update: 1, same: 2 });
    expect(refresh.rows).to.contain(" ~  toy:index:Note watched updated [diff: ~tags,text]");
  });
});
