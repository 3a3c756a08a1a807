import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { lookUp, lookUpOutput, NativeNote, NativeProvider } from "./support/nativeNote";
import { failure, patience, ToyStack } from "./support/toyStack";

describe("engine: functions of a plugin", function () {
  this.timeout(patience);
  let toy: ToyStack;

  beforeEach(() => {
    toy = ToyStack.native(async () => ({ found: await lookUp({ text: "seven" }) }), {
      config: { "toy:tenant": "north" },
    });
    toy.service.change(({ objects }) => (objects["note-7"] = { text: "seven", serial: 7 }));
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("answer in a preview and in an update, each told which it is", async () => {
    const preview = await toy.preview();
    const up = await toy.up();

    for (const { outputs } of [preview, up])
      expect(outputs["found"]).to.deep.equal({ id: "note-7", serial: 7, tenant: "north" });
    expect(toy.service.calls("invoke").map(({ tok, preview: isPreview }) => [tok, isPreview])).to.deep.equal([
      ["toy:index:lookUp", true],
      ["toy:index:lookUp", false],
    ]);
  });

  it("make the default provider as a resource does", async () => {
    await toy.up();

    expect((await toy.recorded("default"))?.inputs).to.deep.equal({ tenant: "north" });
  });

  it("are answered by an explicit provider where one is given", async () => {
    const up = await toy.upTo(() => {
      const provider = new NativeProvider("south", { tenant: "south" });
      return { found: lookUpOutput({ text: "seven" }, { provider }) };
    });

    expect(up.outputs["found"]).to.deep.include({ tenant: "south" });
  });

  it("wait for outputs, and are not called while those are unknown", async () => {
    const program = () => {
      const note = new NativeNote("note", { text: "new" });
      return { found: lookUpOutput({ text: pulumi.interpolate`${note.text}`, of: note.serial }) };
    };

    await toy.previewOf(program);
    const calls = toy.service.calls("invoke").length;
    const up = await toy.upTo(program);

    expect(calls).to.equal(0);
    expect(up.outputs["found"]).to.deep.include({ id: "note-1" });
  });

  it("get secrets and give secrets back", async () => {
    const up = await toy.upTo(() => ({ found: lookUpOutput({ text: pulumi.secret("seven") }) }));

    expect(up.secretOutputs).to.deep.equal(["found"]);
    expect(toy.service.calls("invoke")[0]?.["args"]).to.deep.equal({ text: "seven" });
  });

  it("fail the program with the provider's words", async () => {
    const error = await failure(toy.upTo(() => lookUp({ text: "boom" })));

    expect(error.message).to.contain("invocation of toy:index:lookUp returned an error: the index is on fire");
  });

  it("fail the program with what is wrong with the arguments", async () => {
    const error = await failure(toy.previewOf(() => lookUp({ text: "" })));

    expect(error.message).to.contain("must not be empty");
  });

  it("of a package without a plugin say what is missing", async () => {
    const lonely = ToyStack.native(() => pulumi.runtime.invoke("other:index:find", {}), {
      hasProcesses: true,
    });

    const error = await failure(lonely.preview());

    expect(error.message).to.contain("no resource plugin 'pulumi-resource-other' found");
    lonely.service.remove();
  });
});
