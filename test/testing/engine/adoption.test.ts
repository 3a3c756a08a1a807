import { expect } from "chai";
import { dynamicNoteType, NativeNote } from "./support/nativeNote";
import { Note } from "./support/note";
import { pluginPath } from "./support/packageRoot";
import { patience, stepsOf, ToyStack } from "./support/toyStack";

const plugins = [{ name: "toy", path: pluginPath("toy") }];
const config = { "toy:tenant": "north", "other:thing": "1" };

const native = () => {
  new NativeNote("note", { text: "one" }, { aliases: [{ type: dynamicNoteType }] });
};

describe("engine: from a dynamic provider to a plugin", function () {
  this.timeout(patience);
  let toy: ToyStack;

  beforeEach(async () => {
    toy = ToyStack.inline(
      () => {
        new Note("note", { text: "one" });
      },
      { plugins, config },
    );
    await toy.up();
    toy.service.forgetCalls();
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("adopts in place by an alias, asking the plugin about the dynamic provider's configuration", async () => {
    const up = await toy.upTo(native);

    expect(up.changes).to.deep.equal({ same: 2 });
    expect(toy.service.calls("diffConfig")).to.have.length(1);
    expect(toy.service.calls("diffConfig")[0]).to.deep.include({
      oldInputs: { "toy:tenant": "north", "other:thing": "1" },
      news: { tenant: "north" },
    });
    expect(await toy.exported("note")).to.deep.include({
      id: "note-1",
      type: "toy:index:Note",
      urn: "urn:pulumi:test::project::toy:index:Note::note",
    });
    expect((await toy.recorded("note"))?.provider).to.match(/::pulumi:providers:toy::default::/);
    expect(Object.keys(toy.service.read().objects)).to.deep.equal(["note-1"]);
  });

  it("changes what differs, and shows that the provider does", async () => {
    const preview = await toy.previewOf(() => {
      new NativeNote("note", { text: "two" }, { aliases: [{ type: dynamicNoteType }] });
    });

    expect(stepsOf(preview)).to.deep.equal(["update note"]);
    expect(preview.rows).to.contain(" ~  toy:index:Note note update [diff: ~text]");
    expect(preview.diff).to.match(
      /\[provider: .*::pulumi:providers:pulumi-nodejs::default::.* => .*::pulumi:providers:toy::default::\[unknown\]\]/,
    );
  });

  it("replaces where the plugin takes the old configuration for another", async () => {
    const moved = await toy.reopened(native, { config: { "toy:tenant": "south" } });

    const preview = await moved.preview();

    expect(stepsOf(preview)).to.deep.equal(["create-replacement note", "replace note", "delete-replaced note"]);
  });

  it("makes and deletes where there is no alias", async () => {
    const preview = await toy.previewOf(() => {
      new NativeNote("note", { text: "one" });
    });

    expect(stepsOf(preview)).to.deep.equal(["create note", "delete note"]);
  });

  it("goes back in place as well", async () => {
    await toy.upTo(native);

    const back = await toy.upTo(() => {
      new Note("note", { text: "one" }, { aliases: [{ type: "toy:index:Note" }] });
    });

    expect(back.changes).to.deep.equal({ same: 2 });
    expect((await toy.exported("note"))?.type).to.equal(dynamicNoteType);
  });
});
