import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { OperationResult } from "../../../testing/engine";
import { Note } from "./support/note";
import { patience, ToyStack } from "./support/toyStack";

const wrapped = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  plaintext: JSON.stringify(value),
});

describe("engine: secrets", function () {
  this.timeout(patience);
  let toy: ToyStack;
  let up: OperationResult;

  before(async () => {
    toy = ToyStack.inline(() => {
      const token = pulumi.secret("t0ken");
      const tags = { open: "yes", hidden: token };
      const note = new Note(
        "note",
        { text: "one", token, tags, coded: true, list: ["a", token] },
        { additionalSecretOutputs: ["serial"] },
      );
      return { serial: note.serial, code: note.code, text: note.text };
    });
    up = await toy.up();
  });
  after(() => {
    toy.service.remove();
  });

  it("gives providers plain values", () => {
    expect(toy.service.read().objects["note-1"]).to.deep.include({
      token: "t0ken",
      tags: { open: "yes", hidden: "t0ken" },
    });
  });

  it("keeps inputs and the outputs of the same name wrapped, siblings plain", async () => {
    const note = await toy.exported("note");

    for (const side of [note?.inputs, note?.outputs]) {
      expect(side?.["token"]).to.deep.equal(wrapped("t0ken"));
      expect(side?.["tags"]).to.deep.equal({ open: "yes", hidden: wrapped("t0ken") });
      expect(side?.["text"]).to.equal("one");
    }
  });

  it("takes a list with a secret in it for secret as a whole in outputs", async () => {
    expect((await toy.exported("note"))?.outputs?.["list"]).to.deep.equal(wrapped(["a", "t0ken"]));
  });

  it("wraps the outputs that the option additionalSecretOutputs names", async () => {
    const note = await toy.exported("note");

    expect(note?.outputs?.["serial"]).to.deep.equal(wrapped(1));
    expect(note?.additionalSecretOutputs).to.deep.equal(["serial"]);
  });

  it("keeps secrets that a provider marks by itself", async () => {
    expect((await toy.exported("note"))?.outputs?.["code"]).to.deep.equal(wrapped("code-1"));
    expect(up.secretOutputs).to.have.members(["serial", "code"]);
    expect(up.outputs["code"]).to.equal("code-1");
  });

  it("shows none of them", () => {
    expect(up.text).to.contain("token: [secret]").and.contain("hidden: [secret]");
    expect(up.text).not.to.contain("t0ken");
  });

  it("keeps them through a refresh", async () => {
    await toy.refresh();

    expect((await toy.exported("note"))?.outputs?.["token"]).to.deep.equal(wrapped("t0ken"));
    expect((await toy.exported("note"))?.outputs?.["serial"]).to.deep.equal(wrapped(1));
  });
});
