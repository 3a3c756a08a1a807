import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { unknown } from "../../../testing/engine";
import { Note } from "./support/note";
import { failure, patience, ToyStack } from "./support/toyStack";

describe("engine: a program given as a function", function () {
  this.timeout(patience);

  it("gives what the function returns as outputs, secrets opened and named", async () => {
    const toy = ToyStack.inline(
      () => {
        const config = new pulumi.Config();
        const text: unknown = config.require("text");
        const note = new Note("note", { text });
        return {
          id: note.id,
          token: config.requireSecret("token"),
          stack: pulumi.getStack(),
          other: config.get("none") ?? null,
        };
      },
      { project: "mine", stack: "dev", config: { text: "hello" }, secrets: { token: "t0ken" } },
    );

    const preview = await toy.preview();
    const up = await toy.up();

    expect(preview.outputs["id"]).to.equal(unknown);
    expect(up.outputs).to.deep.equal({ id: "note-1", token: "t0ken", stack: "dev", other: null });
    expect(up.secretOutputs).to.deep.equal(["token"]);
    expect((await toy.recorded("note"))?.urn).to.equal("urn:pulumi:dev::mine::pulumi-nodejs:dynamic/toy:Note::note");
    toy.service.remove();
  });

  it("leaves nothing of itself in this process", async () => {
    const environment = { ...process.env };
    const listeners = process.listeners("unhandledRejection");
    const toy = ToyStack.inline(() => {
      new Note("note", { text: "hello" });
    });

    await toy.up();

    expect(process.env).to.deep.equal(environment);
    expect(process.listeners("unhandledRejection")).to.deep.equal(listeners);
    expect(globalThis).not.to.have.property("stackResource");
    toy.service.remove();
  });

  it("leaves nothing of two that run at the same time", async () => {
    const toys = ["first", "second"].map((stack) =>
      ToyStack.inline(
        () => {
          new Note("note", { text: "hello" });
        },
        { stack },
      ),
    );

    await Promise.all(toys.map((toy) => toy.up()));

    expect(globalThis).not.to.have.property("stackResource");
    for (const { service } of toys) service.remove();
  });

  it("fails with what the function throws", async () => {
    const toy = ToyStack.inline(() => {
      new Note("note", { text: "hello" });
      throw new Error("no more paper");
    });

    const error = await failure(toy.up());

    expect(error.message).to.equal("up failed:\n  no more paper");
    toy.service.remove();
  });

  it("fails with what goes wrong in an output, keeping what was made", async () => {
    const toy = ToyStack.inline(() => {
      const note = new Note("note", { text: "hello" });
      const broken = note.id.apply((): string => {
        throw new Error("no more ink");
      });
      new Note("dependent", { text: broken });
      return { broken };
    });

    const error = await failure(toy.up());

    expect(error.message).to.contain("no more ink");
    expect((await toy.recorded("note"))?.id).to.equal("note-1");
    expect(await toy.recorded("dependent")).to.equal(undefined);
    toy.service.remove();
  });

  it("can be run again after a failure", async () => {
    const toy = ToyStack.inline(() => {
      throw new Error("not yet");
    });
    await failure(toy.up());

    const up = await toy.upTo(() => ({ done: true }));

    expect(up.outputs).to.deep.equal({ done: true });
    toy.service.remove();
  });
});
