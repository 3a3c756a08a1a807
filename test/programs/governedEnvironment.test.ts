import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { expect } from "chai";

import type { GovernedEnvironmentArgs } from "../../sdk";
import { Emulator } from "pulumi-power-platform-testing";
import { describeForms, type Form, forms } from "./forms";
import { policy } from "./policy";
import { ProgramUnderTest, type Ran } from "./programUnderTest";

const roleOf = (index: number, roleDefinitionId: string) => ({
  principalObjectId: `aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa${index}`,
  principalType: "Group" as const,
  roleDefinitionId,
});
const [reader, owner] = [roleOf(1, "reader"), roleOf(2, "owner")] as const;
const environment = {
  displayName: "Sales",
  environmentSku: "Sandbox",
  location: "europe",
  // A Managed Environment needs Dataverse.
  databaseType: "CommonDataService",
  linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" } },
  allowDelete: true,
} as const;

const written = ({ writes }: Ran): (string | undefined)[] => writes.map(({ operationId }) => operationId);

/** The writes have those of each step, all of them before those of the next. */
function expectInOrder(writes: readonly unknown[], ...steps: readonly (readonly string[])[]): void {
  const expected = steps.flat();
  const order = writes.filter((each) => expected.includes(String(each)));
  let at = 0;
  for (const step of steps) expect(order.slice(at, (at += step.length))).to.have.members(step);
  expect(order).to.have.lengthOf(at);
}

/** A program with one. */
function salesIn(
  { BillingPolicy, EnvironmentGroup, GovernedEnvironment }: Form["sdk"],
  args: Partial<GovernedEnvironmentArgs> = {},
  options?: ComponentResourceOptions,
  name = "sales",
): () => void {
  return () => {
    const group = new EnvironmentGroup("emea", { displayName: "EMEA" });
    const payg = new BillingPolicy("payg", policy);
    const roleAssignments = [reader, owner];
    const governed = { environment, environmentGroupId: group.id, billingPolicyId: payg.id, roleAssignments };
    new GovernedEnvironment(name, { ...governed, ...args }, options);
  };
}

describeForms("GovernedEnvironment", (form) => {
  const { Provider } = form.sdk;
  let emulator: Emulator;
  let program: ProgramUnderTest;
  let found: unknown;

  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
    found = emulator.snapshot();
    program = new ProgramUnderTest(emulator, form);
  });
  afterEach(() => {
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  const sales = (args: Partial<GovernedEnvironmentArgs> = {}, options?: ComponentResourceOptions, name = "sales") =>
    salesIn(form.sdk, args, options, name);

  it("is made in one up: the environment, managed, then the rest; a second up writes nothing", async () => {
    const up = await program.up(sales());
    const again = await program.up();

    expectInOrder(
      written(up),
      ["createEnvironment"],
      ["enableManagedEnvironment"],
      [
        "addEnvironmentToGroup",
        "addBillingPolicyEnvironments",
        ...Array<string>(2).fill("createEnvironmentRoleAssignment"),
      ],
    );
    expect(again.writes).to.deep.equal([]);
    expect(again.changes).to.deep.equal({ same: 10 });
  });

  it("is made where the service shows late that a new environment has Dataverse", async () => {
    emulator.configure({ propagation: { dataverse: { attempts: 4 } } });

    const up = await program.up(sales());

    expect(up.changes).to.deep.equal({ create: 10 });
  });

  it("is deleted in the opposite order, and leaves nothing", async () => {
    await program.up(sales());

    const destroyed = await program.destroy();

    const links = ["removeEnvironmentFromGroup", "removeBillingPolicyEnvironments"];
    const roles = Array<string>(2).fill("deleteEnvironmentRoleAssignment");
    expectInOrder(written(destroyed), [...links, ...roles], ["deleteEnvironment"]);
    // The service keeps a deleted environment for a week, and the history of operations.
    expect({ ...emulator.snapshot(), deletedEnvironments: [], operations: [] }).to.deep.equal(found);
  });

  it("loses a role without touching the others", async () => {
    await program.up(sales());

    const less = await program.up(sales({ roleAssignments: [owner] }));

    expect(written(less)).to.deep.equal(["deleteEnvironmentRoleAssignment"]);
  });

  it("gives its children its provider and its protection", async () => {
    const tenant = { endpoint: emulator.url, accessToken: emulator.token() };
    const protectedBy = () => ({ provider: new Provider("contoso", tenant), protect: true });

    await program.up(() => {
      sales({}, protectedBy())();
    });
    const refused = await program.failed(program.up(() => undefined));

    const children = (await program.recorded()).filter(({ parent = "" }) => parent.endsWith("::sales"));
    expect(children).to.have.lengthOf(6);
    for (const child of children) expect(child).to.include({ protect: true });
    for (const { provider } of children) expect(provider).to.include(`${form.providerType}::contoso::`);
    expect(refused.writes).to.deep.equal([]);
  });

  it("is renamed with an alias, its children too, without a write", async () => {
    await program.up(sales());

    const renamed = await program.up(sales({}, { aliases: [{ name: "sales" }] }, "emea"));

    expect(renamed.writes).to.deep.equal([]);
    expect(renamed.changes).to.deep.equal({ same: 10 });
  });

  it("moves to the other form in place, with its children", async () => {
    await program.up(sales());
    const other = forms.find(({ title }) => title !== form.title)!;
    const moved = new ProgramUnderTest(emulator, other);
    (await moved.stack()).importState((await program.stack()).exportState());

    const up = await moved.up(salesIn(other.sdk));

    expect(up.writes).to.deep.equal([]);
    const types = (await moved.recorded()).map(({ type }) => type);
    expect(types).to.include.members([other.typeOf("Environment"), other.typeOf("RoleAssignment")]);
    expect(types).to.not.include(form.typeOf("Environment"));
  });
});
