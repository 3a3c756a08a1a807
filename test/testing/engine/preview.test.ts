import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { unknown, type OperationResult } from "../../../testing/engine";
import { Note } from "./support/note";
import { patience, ToyStack } from "./support/toyStack";

describe("engine: preview", function () {
  this.timeout(patience);
  let toy: ToyStack;
  let preview: OperationResult;
  const program = (text: string) => () => {
    const first = new Note("first", { text, warn: "crooked", say: "creating" });
    const second = new Note("second", { text: pulumi.interpolate`${first.serial} ${first.text}` });
    new Note("third", { text: "three", tags: { owner: first.text, kept: "yes" } }, { dependsOn: second });
    return { serial: first.serial };
  };

  before(async () => {
    toy = ToyStack.inline(program("one"));
    await toy.up();
    toy.service.forgetCalls();
    preview = await toy.previewOf(program("two"));
  });
  after(() => {
    toy.service.remove();
  });

  it("only reads", () => {
    const kinds = new Set(toy.service.read().calls.map(({ call }) => call));
    expect([...kinds].sort()).to.deep.equal(["check", "configure", "diff"]);
  });

  it("takes what a provider would work out for unknown, and inputs for known", () => {
    const second = preview.steps.find(({ name }) => name === "second");
    const third = preview.steps.find(({ name }) => name === "third");
    expect(second?.newInputs["text"]).to.equal(unknown);
    expect(third?.newInputs["tags"]).to.deep.equal({ owner: "two", kept: "yes" });
    expect(preview.outputs).to.deep.equal({ serial: unknown });
  });

  it("leaves the state as it was", async () => {
    expect((await toy.recorded("first"))?.inputs["text"]).to.equal("one");
  });

  it("collects what providers tell the engine", () => {
    expect(preview.diagnostics).to.deep.include({ severity: "warning", message: "note note-1: crooked" });
  });

  it("is shown row by row, with the properties that differ, the messages and the counts", () => {
    expect(preview.text.split("\n")).to.deep.equal([
      "Previewing update (test):",
      " = pulumi:pulumi:Stack project-test same",
      " ~ pulumi-nodejs:dynamic/toy:Note first update",
      '      ~ text: "one" => "two"',
      " ~ pulumi-nodejs:dynamic/toy:Note second update",
      '      ~ text: "1 one" => [unknown]',
      " ~ pulumi-nodejs:dynamic/toy:Note third update",
      '      ~ tags.owner: "one" => "two"',
      "Diagnostics:",
      "  stack:",
      "    warning: note note-1: crooked",
      "Resources:",
      "    ~ 3 to update",
      "    1 unchanged",
      "",
    ]);
  });
});
