import { type Output, output } from "@pulumi/pulumi";
import { expect } from "chai";

import type { ProviderArgs } from "../../sdk";
import { Emulator, seeded, type Stack } from "pulumi-power-platform-testing";
import { setEnv } from "../standIns/setEnv";
import { describeForms, dynamicForm, type Form, pluginForm } from "./forms";
import { ProgramUnderTest, type Ran } from "./programUnderTest";

/** Arguments that work in an emulated tenant. */
const argsFor = (emulator: Emulator): ProviderArgs => ({
  endpoint: emulator.url,
  tenantId: emulator.tenantId,
  accessToken: emulator.env().POWER_PLATFORM_ACCESS_TOKEN!,
});

const secretWrapper = "4dabf18193072939515e22adb298388d";

describeForms("programs with an explicit provider", (form) => {
  const { EnvironmentGroup, Provider } = form.sdk;
  let home: Emulator, other: Emulator;
  let program: ProgramUnderTest;
  let made: Ran, again: Ran, rotated: Ran;
  let writesAfterRotation: number;
  let recorded: ReturnType<Stack["exportState"]>;

  before(async () => {
    home = await Emulator.start();
    other = await Emulator.start({ tenantId: "00000000-0000-4000-8000-000000000002" });
    program = new ProgramUnderTest(home, form);
    const newToken = { ...argsFor(other), accessToken: other.token({ lifetimeSeconds: 864_000 }) };
    made = await program.up(both(argsFor(other)));
    recorded = (await program.stack()).exportState();
    again = await program.up();
    other.clearRequests();
    rotated = await program.up(both(newToken));
    writesAfterRotation = other.writes.length;
    other.clearRequests();
  });
  after(() => Promise.all([home.close(), other.close()]));

  const both = (args: ProviderArgs) => (): void => {
    const provider = new Provider("theirs", args);
    new EnvironmentGroup("ours", { displayName: "Ours" });
    new EnvironmentGroup("theirs", { displayName: "Theirs" }, { provider });
  };

  it("work in its tenant, beside those of the environment", () => {
    const states = recorded.deployment.resources!.filter(({ type }) => type.endsWith(":EnvironmentGroup"));

    expect(made.changes).to.deep.equal({ create: 4 });
    expect(states.map(({ outputs }) => outputs?.tenantId)).to.have.members([home.tenantId, other.tenantId]);
    expect(again.changes).to.deep.equal({ same: 4 });
  });

  it("keep its token in state as a secret only", () => {
    const provider = recorded.deployment.resources!.find(({ urn }) => urn.endsWith(`${form.providerType}::theirs`))!;

    for (const values of [provider.inputs!, provider.outputs!]) {
      expect(values[form.providerKey("accessToken")]).to.have.property(secretWrapper);
      expect(values).to.include({ [form.providerKey("tenantId")]: other.tenantId });
    }
  });

  it("take a new token of it without touching the resources", () => {
    expect(rotated.changes).to.deep.equal({ same: 3, update: 1 });
    expect(writesAfterRotation).to.equal(0);
  });

  it("are refused what a resource without it has just made in the same tenant", async () => {
    const twice = new ProgramUnderTest(home, form);

    const { message, writes } = await twice.failed(
      twice.up(() => {
        const first = new EnvironmentGroup("first", { displayName: "Once" });
        const provider = new Provider("same", argsFor(home));
        const description = "differs";
        new EnvironmentGroup("second", { displayName: "Once", description }, { provider, dependsOn: [first] });
      }),
    );

    expect(message).to.include("it exists already");
    expect(writes.map(({ operationId }) => operationId)).to.deep.equal(["createEnvironmentGroup"]);
    await twice.destroy();
  });

  it("adopt what the program had under another name without it, which retainOnDelete keeps", async () => {
    const program = new ProgramUnderTest(home, form);
    const displayName = "Handed on";
    const args = argsFor(home);
    await program.up(() => new EnvironmentGroup("before", { displayName }, { retainOnDelete: true }));
    const [made] = await program.recorded();

    const renamed = await program.up(() => {
      const provider = new Provider("named", args);
      new EnvironmentGroup("after", { displayName, adopt: true }, { provider });
    });
    const again = await program.up();

    expect(renamed.writes).to.deep.equal([]);
    expect(renamed.warnings.join()).to.include("was adopted as");
    expect(again.changes).to.deep.equal({ same: 3 });
    expect((await program.recorded()).map(({ id }) => id)).to.deep.equal([made!.id]);
    await program.destroy();
    expect(home.tenant.environmentGroups.list().map(({ id }) => id)).not.to.include(made!.id);
  });

  it("preview while an argument of it is not known yet, without a request to its tenant", async () => {
    const unknowing = new ProgramUnderTest(home, form);

    const preview = await unknowing.preview(() => {
      const group = new EnvironmentGroup("ours", { displayName: "Ours" });
      const provider = new Provider("theirs", { ...argsFor(other), accessToken: group.id });
      new EnvironmentGroup("theirs", { displayName: "Theirs" }, { provider });
    });

    expect(preview.changes).to.deep.equal({ create: 4 });
    expect(other.requests).to.deep.equal([]);
  });

  it("are warned of in a preview whose program has settings that the provider lacks, unless its arguments hold them", async () => {
    const loading = new ProgramUnderTest(home, form);
    const main = (): void => {
      new EnvironmentGroup("loaded", { displayName: "Loaded" });
    };
    const putBack = setEnv({
      ARM_CLIENT_ID: "cccccccc-0000-0000-0000-000000000003",
      ARM_CLIENT_SECRET: "planted",
    });
    const { preview, made } = await (async () => {
      const preview = await loading.preview(main);
      return { preview, made: await loading.up(main) };
    })().finally(putBack);
    const quiet = await loading.preview(main);

    expect(preview.warnings.filter((text) => text.includes("the program has other settings"))).to.have.length(1);
    expect(preview.warnings.join()).to.include("ARM_CLIENT_ID, ARM_CLIENT_SECRET").and.not.include("planted");
    expect(made.changes).to.deep.equal({ create: 2 });
    expect(quiet.warnings.join()).not.to.include("the program has other settings");
    expect(JSON.stringify((await loading.stack()).exportState())).not.to.include("__environment");
    await loading.destroy();
  });

  it("work in its tenant too where it is called as the engine calls its own, and an argument has no value", async () => {
    const named = new ProgramUnderTest(home, form);
    const nothing = output<unknown>(undefined) as Output<string>;
    const args = { ...argsFor(other), clientId: nothing, clientSecret: nothing, cloud: nothing };
    other.clearRequests();

    const { writes } = await named.up(() => {
      for (const name of ["default", "default_emea"])
        new EnvironmentGroup(name, { displayName: name }, { provider: new Provider(name, args) });
    });

    expect(writes).to.deep.equal([]);
    expect(other.writes).to.have.length(2);
    await named.destroy();
  });
});

describe("a program whose explicit provider is given another tenant", function () {
  this.timeout(300_000);
  let from: Emulator, to: Emulator;

  beforeEach(async () => {
    from = await Emulator.start();
    to = await Emulator.start({ tenantId: "00000000-0000-4000-8000-000000000002" });
  });
  afterEach(() => Promise.all([from.close(), to.close()]));

  const groupsOf = ({ tenant }: Emulator): (string | undefined)[] =>
    tenant.environmentGroups
      .list()
      .filter(({ id }) => id !== seeded.groupId)
      .map(({ displayName }) => displayName);

  const operations = ({ writes }: Emulator): (string | undefined)[] => writes.map(({ operationId }) => operationId);

  /** The resource without the provider would be in the tenant that the other one moves to. */
  const groups =
    ({ sdk }: Form, args: ProviderArgs) =>
    (): void => {
      const provider = new sdk.Provider("moving", args);
      new sdk.EnvironmentGroup("staying", { displayName: "Staying" });
      new sdk.EnvironmentGroup("moving", { displayName: "Moving" }, { provider });
    };

  it("is refused in the dynamic form, and its objects are deleted nowhere: nothing is read or written", async () => {
    const program = new ProgramUnderTest(to, dynamicForm);
    await program.up(groups(dynamicForm, argsFor(from)));
    from.clearRequests();

    const moved = await program.failed(program.up(groups(dynamicForm, argsFor(to))));
    const destroyed = await program.failed(program.destroy());

    for (const { message } of [moved, destroyed])
      expect(message).to.include(`recorded in tenant ${from.tenantId}`).and.include(to.tenantId);
    expect(moved.writes).to.deep.equal([]);
    expect(from.requests).to.deep.equal([]);
    expect(groupsOf(from)).to.deep.equal(["Moving"]);
  });

  it("makes its objects in the new tenant through the plugin, then deletes them in the old, and nothing else", async () => {
    const program = new ProgramUnderTest(to, pluginForm);
    await program.up(groups(pluginForm, argsFor(from)));
    const [theirs] = from.tenant.environmentGroups.list().filter(({ id }) => id !== seeded.groupId);
    from.clearRequests();

    const preview = await program.preview(groups(pluginForm, argsFor(to)));
    const previewWrites = [...from.writes, ...to.writes];
    const moved = await program.up();
    const again = await program.up();

    expect(previewWrites).to.deep.equal([]);
    for (const { changes } of [preview, moved]) expect(changes).to.deep.equal({ same: 2, replace: 2 });
    const provider = moved.steps.find(({ op, type }) => op === "replace" && type === pluginForm.providerType);
    expect(provider?.replaceKeys).to.have.members(["tenantId", "endpoint"]);
    expect(moved.writes.map(({ operationId }) => operationId)).to.deep.equal(["createEnvironmentGroup"]);
    expect(operations(from)).to.deep.equal(["deleteEnvironmentGroup"]);
    expect(from.writes[0]!.path).to.include(theirs!.id);
    expect([groupsOf(from), groupsOf(to)]).to.deep.equal([[], ["Staying", "Moving"]]);
    expect(again.changes).to.deep.equal({ same: 4 });
  });
});
