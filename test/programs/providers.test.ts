import { expect } from "chai";

import { EnvironmentGroup, Provider, type ProviderArgs } from "../../sdk";
import { Emulator, seeded, type Stack } from "../../testing";
import { type Failed, ProgramUnderTest, type Ran } from "./programUnderTest";

/** Arguments that work in an emulated tenant. */
const argsFor = (emulator: Emulator): ProviderArgs => ({
  endpoint: emulator.url,
  tenantId: emulator.tenantId,
  accessToken: emulator.env().POWER_PLATFORM_ACCESS_TOKEN!,
});

const secretWrapper = "4dabf18193072939515e22adb298388d";

describe("programs with an explicit provider", function () {
  this.timeout(300_000);
  let home: Emulator, other: Emulator;
  let program: ProgramUnderTest;
  let made: Ran, again: Ran, rotated: Ran, moved: Failed, destroyed: Failed;
  let writesAfterRotation: number;
  let recorded: ReturnType<Stack["exportState"]>;

  before(async () => {
    home = await Emulator.start();
    other = await Emulator.start({ tenantId: "00000000-0000-4000-8000-000000000002" });
    program = new ProgramUnderTest(home);
    const newToken = { ...argsFor(other), accessToken: other.token({ lifetimeSeconds: 864_000 }) };
    made = await program.up(both(argsFor(other)));
    recorded = (await program.stack()).exportState();
    again = await program.up();
    other.clearRequests();
    rotated = await program.up(both(newToken));
    writesAfterRotation = other.writes.length;
    other.clearRequests();
    moved = await program.failed(program.up(both(argsFor(home))));
    destroyed = await program.failed(program.destroy());
  });
  after(() => Promise.all([home.close(), other.close()]));
  const names = ({ tenant }: Emulator): (string | undefined)[] =>
    tenant.environmentGroups
      .list()
      .filter(({ id }) => id !== seeded.groupId)
      .map(({ displayName }) => displayName);

  const theirId = (): string =>
    other.tenant.environmentGroups.list().find(({ id }) => id !== seeded.groupId)!.id;

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
    const provider = recorded.deployment.resources!.find(({ urn }) =>
      urn.endsWith("pulumi:providers:pulumi-nodejs::theirs"),
    )!;

    for (const values of [provider.inputs!, provider.outputs!]) {
      expect(values["power-platform:accessToken"]).to.have.property(secretWrapper);
      expect(values).to.include({ "power-platform:tenantId": other.tenantId });
    }
  });

  it("take a new token of it without touching the resources", () => {
    expect(rotated.changes).to.deep.equal({ same: 3, update: 1 });
    expect(writesAfterRotation).to.equal(0);
  });

  it("are refused when its tenant changes, and not deleted there either: nothing is read or written", () => {
    for (const { message, writes } of [moved, destroyed]) {
      expect(message).to.include(`recorded in tenant ${other.tenantId}`).and.include(home.tenantId);
      expect(writes.filter(({ path }) => path.includes(theirId()))).to.deep.equal([]);
    }
    expect(other.requests).to.deep.equal([]);
    expect(names(other)).to.deep.equal(["Theirs"]);
  });

  it("preview while an argument of it is not known yet, without a request to its tenant", async () => {
    const unknowing = new ProgramUnderTest(home);

    const preview = await unknowing.preview(() => {
      const group = new EnvironmentGroup("ours", { displayName: "Ours" });
      const provider = new Provider("theirs", { ...argsFor(other), accessToken: group.id });
      new EnvironmentGroup("theirs", { displayName: "Theirs" }, { provider });
    });

    expect(preview.changes).to.deep.equal({ create: 4 });
    expect(other.requests).to.deep.equal([]);
  });
});
