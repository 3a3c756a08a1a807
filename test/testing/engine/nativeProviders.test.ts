import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { NativeNote, NativeProvider } from "./support/nativeNote";
import { failure, patience, stepsOf, ToyStack } from "./support/toyStack";

const program = () => {
  new NativeNote("note", { text: "one" });
};

/** A secret as it travels. */
const secret = (value: string) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

describe("engine: configuration of plugins", function () {
  this.timeout(patience);
  let toy: ToyStack;
  afterEach(() => {
    toy.service.remove();
  });

  it("is their own namespace under plain names, secrets marked; before that they get secrets opened", async () => {
    toy = ToyStack.native(program, {
      config: { "toy:tenant": "north", "other:thing": "1" },
      secrets: { "toy:token": "t0ken" },
    });

    await toy.up();

    const [checkConfig] = toy.service.calls("checkConfig");
    const [configure] = toy.service.calls("configure");
    expect(checkConfig?.["news"]).to.deep.equal({ tenant: "north", token: "t0ken" });
    expect(configure?.["args"]).to.deep.equal({ tenant: "north", token: secret("t0ken") });
    expect(configure?.["variables"]).to.deep.equal([
      ["toy:config:tenant", "north"],
      ["toy:config:token", "t0ken"],
    ]);
    expect(configure?.["urn"]).to.match(/::pulumi:providers:toy::default$/);
    expect(configure?.["id"]).to.match(/^[0-9a-f-]{36}$/);
  });

  it("is what an explicit provider is given, each in its own process", async () => {
    toy = ToyStack.native(() => {
      const north = new NativeProvider("north", { tenant: "north", token: pulumi.secret("one") });
      const south = new NativeProvider("south", { tenant: "south", token: "two" });
      new NativeNote("a", { text: "a" }, { provider: north });
      new NativeNote("b", { text: "b" }, { provider: south });
    });

    await toy.up();

    const configured = toy.service.calls("configure");
    expect(configured.map(({ args }) => args)).to.have.deep.members([
      { tenant: "north", token: secret("one") },
      { tenant: "south", token: "two" },
    ]);
    expect(new Set(configured.map(({ pid }) => pid)).size).to.equal(2);
  });

  it("is refused by CheckConfig with the property", async () => {
    toy = ToyStack.native(program, { config: { "toy:tenant": "" } });

    const error = await failure(toy.preview());

    expect(error.message).to.contain(
      "pulumi:providers:toy resource 'default': property tenant value {} has a problem: must not be empty",
    );
  });

  it("is refused by Configure, as the first call says", async () => {
    toy = ToyStack.native(program, { config: { "toy:refuse": "you" } });

    const error = await failure(toy.preview());

    expect(error.message).to.contain("toy:index:Note note: not today: you");
  });

  it("leaves a provider unasked while it is not known", async () => {
    toy = ToyStack.native(() => {
      const base = new NativeNote("base", { text: "base" });
      const provider = new NativeProvider("later", { tenant: base.code });
      new NativeNote("note", { text: "one" }, { provider });
    });

    const preview = await toy.preview();

    expect(preview.changes).to.deep.equal({ create: 4 });
    expect(toy.service.calls("configure")).to.have.length(1);
    expect(toy.service.calls("create").map(({ preview: isPreview }) => isPreview)).to.deep.equal([true]);
  });

  it("names a default provider after the version that is asked for", async () => {
    toy = ToyStack.native(() => {
      new NativeNote("note", { text: "one" }, { version: "1.2.3-beta.1" });
    });

    await toy.up();

    const { provider = "" } = (await toy.recorded("note")) ?? {};
    expect(provider).to.match(/::pulumi:providers:toy::default_1_2_3_beta_1::/);
    expect((await toy.recorded("default_1_2_3_beta_1"))?.inputs).to.deep.equal({ version: "1.2.3-beta.1" });
  });
});

describe("engine: a changed configuration of plugins", function () {
  this.timeout(patience);
  let toy: ToyStack;

  beforeEach(async () => {
    toy = ToyStack.native(program, {
      config: { "toy:tenant": "north", "toy:color": "red" },
      secrets: { "toy:token": "one" },
    });
    await toy.up();
    toy.service.forgetCalls();
  });
  afterEach(() => {
    toy.service.remove();
  });

  it("updates the provider and none of its resources, if DiffConfig says no more", async () => {
    const rotated = await toy.reopened(program, {
      config: { "toy:tenant": "north", "toy:color": "red" },
      secrets: { "toy:token": "two" },
    });

    const up = await rotated.up();

    expect(up.changes).to.deep.equal({ same: 2 });
    const [diffConfig] = toy.service.calls("diffConfig");
    expect(diffConfig).to.deep.include({
      oldInputs: { tenant: "north", color: "red", token: "one" },
      news: { tenant: "north", color: "red", token: "two" },
    });
    expect(toy.service.calls("configure")[0]?.["args"]).to.deep.include({ token: secret("two") });
    expect((await rotated.recorded("default"))?.inputs["token"]).to.equal("two");
  });

  it("replaces the provider and all its resources, if DiffConfig wants that", async () => {
    const moved = await toy.reopened(program, { config: { "toy:tenant": "south", "toy:color": "red" } });

    const preview = await moved.preview();
    const up = await moved.up();

    for (const { changes, steps } of [preview, up]) {
      expect(changes).to.deep.equal({ replace: 1, same: 1 });
      expect(steps.find(({ op }) => op === "replace")?.replaceKeys).to.deep.equal(["provider"]);
    }
    expect(stepsOf(up)).to.deep.equal(["create-replacement note", "replace note", "delete-replaced note"]);
    expect((await moved.recorded("note"))?.id).to.equal("note-2");
    expect(Object.keys(toy.service.read().objects)).to.deep.equal(["note-2"]);
    expect(toy.service.calls("configure").at(-1)?.["args"], "the old object goes with the old tenant").to.deep.include({
      tenant: "north",
    });
  });
});
