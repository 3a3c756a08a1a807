import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { Note, Provider } from "./support/note";
import { patience, ToyStack } from "./support/toyStack";

const program = (color: pulumi.Input<string>) => () => {
  const provider = new Provider("own", { "toy:color": color, "toy:secret": pulumi.secret("s3cret") });
  new Note("mine", { text: "one" }, { provider });
  new Note("default", { text: "two" });
};

describe("engine: providers", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("gives each provider its own process and configuration, the default one all of the stack's", async () => {
    toy = ToyStack.inline(program("green"), { config: { "toy:color": "red", other: "x" } });

    const up = await toy.up();

    expect(up.changes).to.deep.equal({ create: 4 });
    const colors = Object.values(toy.service.read().objects).map(
      ({ text, color }) => `${String(text)} ${String(color)}`,
    );
    expect(colors.sort()).to.deep.equal(["one green", "two red"]);
    expect(new Set(toy.service.calls("configure").map(({ pid }) => pid)).size).to.equal(2);
    const { deployment } = (await toy.stack).exportState();
    const byDefault = deployment.resources?.find(({ urn }) =>
      urn.endsWith("::pulumi:providers:pulumi-nodejs::default"),
    );
    expect(byDefault?.inputs).to.deep.equal({ "toy:color": "red", "project:other": "x" });
  });

  it("updates a provider whose configuration changes, and none of its resources", async () => {
    toy = ToyStack.inline(program("green"));
    await toy.up();

    const up = await toy.upTo(program("blue"));

    expect(up.changes).to.deep.equal({ update: 1, same: 3 });
    expect(up.steps.find(({ op }) => op === "update")?.diff).to.deep.equal(["toy:color"]);
    expect(toy.service.calls("update")).to.deep.equal([]);
  });

  it("asks nothing of a provider whose configuration is not known yet", async () => {
    toy = ToyStack.inline(() => {
      const source = new Note("source", { text: "one" });
      const provider = new Provider("own", { "toy:color": source.id });
      new Note("mine", { text: "" }, { provider });
    });

    const preview = await toy.preview();

    expect(preview.changes).to.deep.equal({ create: 4 });
    expect(toy.service.calls("check").map(({ news }) => (news as { text: string }).text)).to.deep.equal(["one"]);
  });

  it("uses a component's provider for its children", async () => {
    toy = ToyStack.inline(() => {
      const provider = new Provider("own", { "toy:color": "green" });
      const parent = new pulumi.ComponentResource("toy:index:Board", "board", {}, { providers: [provider] });
      new Note("child", { text: "one" }, { parent });
    });

    await toy.up();

    expect(toy.service.read().objects["note-1"]?.["color"]).to.equal("green");
  });

  it("ends every process with the operation", async () => {
    toy = ToyStack.inline(program("green"), { hasProcesses: true });

    await toy.up();

    for (const { pid } of toy.service.calls("configure")) {
      expect(() => process.kill(pid as number, 0)).to.throw("ESRCH");
    }
  });
});
