import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { unknown } from "../../../testing/engine";
import { NativeNote } from "./support/nativeNote";
import { failure, patience, stepsOf, ToyStack } from "./support/toyStack";

describe("engine: changes by a plugin", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("carry the provider's detailed diff", async () => {
    toy = ToyStack.native(() => {
      new NativeNote("note", { text: "one", tags: { a: "1", b: "2" }, list: [1, 2] });
    });
    await toy.up();

    const preview = await toy.previewOf(() => {
      new NativeNote("note", { text: "two", tags: { a: "1", c: "3" }, list: [1], shelf: "left" });
    });

    const replace = preview.steps.find(({ op }) => op === "replace");
    expect(replace?.detailedDiff).to.deep.equal({
      text: { kind: "update", inputDiff: false },
      "tags.b": { kind: "delete", inputDiff: false },
      "tags.c": { kind: "add", inputDiff: false },
      "list[1]": { kind: "delete", inputDiff: false },
      shelf: { kind: "add-replace", inputDiff: false },
    });
    expect(replace?.diff).to.deep.equal(["list[1]", "shelf", "tags.b", "tags.c", "text"]);
    expect(replace).to.deep.include({ replaceKeys: ["shelf"] });
    expect(replace?.diffReasons).to.have.members(["text", "tags", "list", "shelf"]);
  });

  it("delete first where the provider wants it, and dependents with it", async () => {
    const program = (wall: string) => () => {
      const base = new NativeNote("base", { text: "base", wall });
      new NativeNote("tied", { text: "tied", wall: base.id });
    };
    toy = ToyStack.native(program("north"));
    await toy.up();

    const up = await toy.upTo(program("south"));

    expect(stepsOf(up)).to.deep.equal([
      "delete-replaced tied",
      "delete-replaced base",
      "replace base",
      "create-replacement base",
      "replace tied",
      "create-replacement tied",
    ]);
  });

  it("become replacements by replaceOnChanges, for the provider names what changes", async () => {
    const program = (owner: string) => () => {
      new NativeNote("note", { text: "one", tags: { owner } }, { replaceOnChanges: ["tags.owner"] });
      new NativeNote("vague", { text: "one", tags: { owner }, vague: true }, { replaceOnChanges: ["tags"] });
    };
    toy = ToyStack.native(program("a"));
    await toy.up();

    const preview = await toy.previewOf(program("b"));

    expect(preview.changes).to.deep.equal({ replace: 2, same: 1 });
    expect(preview.steps.find(({ op }) => op === "replace")?.detailedDiff).to.deep.equal({
      "tags.owner": { kind: "update-replace", inputDiff: false },
    });
  });

  it("leave out what is ignored, which the provider is told", async () => {
    const program = (text: string) => () => {
      new NativeNote("note", { text, tags: { a: text } }, { ignoreChanges: ["tags.a"] });
    };
    toy = ToyStack.native(program("one"));
    await toy.up();
    toy.service.change(({ objects }) => Object.assign(objects["note-1"] ?? {}, { tags: { a: "by hand" } }));
    toy.service.forgetCalls();

    const up = await toy.upTo(program("two"));

    expect(up.steps.find(({ op }) => op === "update")?.diff).to.deep.equal(["text"]);
    expect(toy.service.calls("diff")[0]?.["ignored"]).to.deep.equal(["tags.a"]);
    expect(toy.service.calls("update")[0]?.["ignored"]).to.deep.equal(["tags.a"]);
  });

  it("have the time-outs of their resource, in seconds", async () => {
    const program = (text: string) => () => {
      new NativeNote("note", { text }, { customTimeouts: { create: "5m", update: "90s", delete: "1h30m" } });
    };
    toy = ToyStack.native(program("one"));
    await toy.up();
    await toy.upTo(program("two"));

    await toy.destroy();

    const timeouts = ["create", "update", "delete"].map((call) => toy.service.calls(call)[0]?.["timeout"]);
    expect(timeouts).to.deep.equal([300, 90, 5400]);
  });

  it("are checked with a seed for the names that a provider makes up", async () => {
    toy = ToyStack.native(() => {
      new NativeNote("note", { text: "one" });
    });

    await toy.up();

    expect(toy.service.calls("check").map(({ seeded }) => seeded)).to.deep.equal([32]);
  });

  it("keep secrets, those of the provider too", async () => {
    toy = ToyStack.native(() => {
      const note = new NativeNote(
        "note",
        { text: "one", pin: pulumi.secret("1234") },
        { additionalSecretOutputs: ["serial"] },
      );
      return { code: note.code };
    });

    const up = await toy.up();

    expect(up.outputs).to.deep.equal({ code: "code-1" });
    expect(up.secretOutputs).to.deep.equal(["code"]);
    const { inputs = {}, outputs = {} } = (await toy.exported("note")) ?? {};
    for (const value of [inputs["pin"], outputs["pin"], outputs["code"], outputs["serial"]])
      expect(value).to.have.property("plaintext");
    expect(up.text + up.rows + up.diff).not.to.match(/1234|code-1/);
  });
});

describe("engine: a preview with a plugin", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("shows outputs that the provider knows already, and what it does not know as unknown", async () => {
    toy = ToyStack.native(() => {
      const base = new NativeNote("base", { text: "one" });
      new NativeNote("known", { text: base.text });
      new NativeNote("later", { text: "later", of: base.serial });
    });

    const preview = await toy.preview();

    const inputsOf = (name: string) => preview.steps.find((step) => step.name === name)?.newInputs;
    expect(inputsOf("known")).to.deep.equal({ text: "one" });
    expect(inputsOf("later")).to.deep.equal({ text: "later", of: unknown });
    expect(toy.service.calls("create").every(({ preview: isPreview }) => isPreview === true)).to.equal(true);
    expect(toy.service.texts()).to.deep.equal([]);
  });

  it("does the same for an update, so that dependents of what stays are unchanged", async () => {
    const program = (text: string) => () => {
      const base = new NativeNote("base", { text });
      new NativeNote("note", { text: "note", of: base.serial });
    };
    toy = ToyStack.native(program("one"));
    await toy.up();

    const preview = await toy.previewOf(program("two"));

    expect(preview.changes).to.deep.equal({ update: 1, same: 2 });
    expect(toy.service.calls("update").map(({ preview: isPreview }) => isPreview)).to.deep.equal([true]);
  });

  it("fails where a check refuses inputs", async () => {
    toy = ToyStack.native(() => {
      new NativeNote("note", { text: "" });
    });

    const error = await failure(toy.preview());

    expect(error.message).to.contain("property text value {} has a problem: must not be empty");
  });
});
