import { expect } from "chai";

import { Emulator, seeded } from "pulumi-power-platform-testing";
import { describeForms } from "./forms";
import { policy } from "./policy";
import { ProgramUnderTest } from "./programUnderTest";

const reader = {
  principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
  principalType: "Group",
  roleDefinitionId: "reader",
} as const;

describeForms("programs and Pulumi's own options", (form) => {
  const { BillingPolicy, EnvironmentGroup, RoleAssignment, scopes } = form.sdk;
  let emulator: Emulator;
  let program: ProgramUnderTest;

  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  beforeEach(() => {
    emulator.reset();
    program = new ProgramUnderTest(emulator, form);
  });
  afterEach(() => {
    expect(emulator.contractViolations).to.deep.equal([]);
  });

  const groups = (): { id: string; displayName?: string; description?: string }[] =>
    emulator.tenant.environmentGroups.list().filter(({ id }) => id !== seeded.groupId);

  it("make a group and an assignment at it in one up, delete them the other way round, and say what holds a group", async () => {
    emulator.configure({ propagation: { scopes: { attempts: 2 } } });
    const up = await program.up(() => {
      const sales = new EnvironmentGroup("sales", { displayName: "Sales" });
      new RoleAssignment("readers", { ...reader, scope: scopes.environmentGroup(sales) });
    });
    const [{ id }] = groups() as [{ id: string }];
    emulator.tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: id });

    const refused = await program.failed(program.destroy());
    const kept = await program.recorded();
    emulator.tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: null });
    const destroyed = await program.destroy();

    expect(up.changes).to.deep.equal({ create: 3 });
    // A group with environments inside cannot be deleted, and the error says which they are.
    expect(refused.writes.map(({ operationId }) => operationId)).to.deep.equal([
      "deleteEnvironmentGroupRoleAssignment",
      "deleteEnvironmentGroup",
    ]);
    expect(refused.message)
      .to.include("409")
      .and.include("Contoso Production")
      .and.include(seeded.managedEnvironmentId);
    expect(kept.map((state) => state.id)).to.deep.equal([id]);
    expect(destroyed.changes.delete).to.equal(2);
    expect(emulator.tenant.roleAssignments.list()).to.deep.equal([]);
    expect(groups()).to.deep.equal([]);
  });

  it("protect a resource: its replacement and its end are refused with nothing sent", async () => {
    await program.up(() => new BillingPolicy("payg", policy, { protect: true }));

    const destroy = await program.failed(program.destroy());
    const replace = await program.failed(
      program.up(() => new BillingPolicy("payg", { ...policy, location: "unitedstates" }, { protect: true })),
    );

    expect([destroy.writes, replace.writes]).to.deep.equal([[], []]);
    expect(emulator.tenant.billingPolicies.list()).to.have.lengthOf(1);
  });

  it("rename a resource with an alias, without a write", async () => {
    await program.up(() => new EnvironmentGroup("sales", { displayName: "Sales" }));

    const renamed = await program.up(
      () => new EnvironmentGroup("renamed", { displayName: "Sales" }, { aliases: [{ name: "sales" }] }),
    );

    expect(renamed.changes).to.deep.equal({ same: 2 });
    expect(renamed.writes).to.deep.equal([]);
    expect((await program.recorded()).map(({ urn }) => urn.split("::").at(-1))).to.deep.equal(["renamed"]);
  });

  it("ignore changes of a property: those of the program and those by hand, with a refresh and without", async () => {
    const sales = (displayName: string, description: string) => () => {
      new EnvironmentGroup("sales", { displayName, description }, { ignoreChanges: ["description"] });
    };
    await program.up(sales("Sales", "declared"));

    const ofProgram = await program.up(sales("Sales", "changed in the program"));
    emulator.tenant.environmentGroups.update(groups()[0]!.id, { description: "changed by hand" });
    const byHand = await program.up(sales("Sales", "declared"));
    const refreshed = await program.up(sales("Sales", "declared"), { refresh: true });
    emulator.tenant.environmentGroups.update(groups()[0]!.id, { description: "changed again" });
    await program.up(sales("Sales team", "declared"));

    expect([ofProgram, byHand, refreshed].flatMap(({ writes }) => writes)).to.deep.equal([]);
    expect(byHand.changes).to.deep.equal({ same: 2 });
    expect(byHand.warnings).to.deep.equal([]);
    expect(groups()[0]).to.include({ displayName: "Sales team", description: "changed again" });
  });

  it("adopt what exists, bring it to what they declare, and manage it from then on", async () => {
    const { id } = emulator.tenant.environmentGroups.add({ displayName: "Sales", description: "by hand" });
    const sales = (adopt: boolean) => () => new EnvironmentGroup("sales", { displayName: "Sales", adopt });

    const refused = await program.failed(program.up(sales(false)));
    const adopted = await program.up(sales(true));
    await program.destroy();

    expect(refused.message).to.include(id).and.include("adopt: true");
    expect(refused.writes).to.deep.equal([]);
    expect(adopted.warnings.join()).to.include(`was adopted as ${id}`);
    expect(adopted.writes.map(({ operationId }) => operationId)).to.deep.equal(["updateEnvironmentGroup"]);
    expect(groups()).to.deep.equal([]);
  });

  describe("keep what they have adopted, where the run ended before the old resource was out of the state:", () => {
    const sales =
      (name: string, options: { readonly adopt?: boolean; readonly isRefused?: boolean } = {}) =>
      (): void => {
        const { adopt = false, isRefused = false } = options;
        new EnvironmentGroup(name, { displayName: "Sales", ...(adopt ? { adopt } : {}) });
        new RoleAssignment(`${name}-readers`, { ...reader, scope: "tenant", ...(adopt ? { adopt } : {}) });
        if (isRefused) new BillingPolicy("payg", policy);
      };
    const refuse = (): void =>
      void emulator.fault({
        kind: "status",
        status: 403,
        operationId: "createBillingPolicy",
        times: "always",
      });
    const held = (): unknown => [groups(), emulator.tenant.roleAssignments.list()];

    it("after a rename", async () => {
      await program.up(sales("old"));
      const before = held();
      refuse();
      await program.failed(program.up(sales("new", { adopt: true, isRefused: true })));
      const twice = await program.recorded();

      const finished = await program.up(sales("new", { adopt: true }));
      const again = await program.up(sales("new"));
      await program.destroy();

      expect(twice).to.have.lengthOf(4);
      expect([finished.writes, again.writes]).to.deep.equal([[], []]);
      expect(finished.warnings.join()).to.include("was not deleted");
      expect(again.changes).to.deep.equal({ same: 3 });
      expect(before).to.have.nested.property("[0][0].displayName", "Sales");
      expect(held()).to.deep.equal([[], []]);
    });

    it("after a forced replacement", async () => {
      await program.up(sales("one", { adopt: true }));
      const before = held();
      const replace = (await program.recorded()).map(({ urn }) => urn);
      refuse();
      await program.failed(program.up(sales("one", { adopt: true, isRefused: true }), { replace }));
      const twice = await program.recorded();

      const finished = await program.up(sales("one", { adopt: true }));

      expect(twice.filter((state) => state.delete === true)).to.have.lengthOf(2);
      expect(finished.writes).to.deep.equal([]);
      expect(held()).to.deep.equal(before);
      expect(await program.recorded()).to.have.lengthOf(2);
    });

    it("and delete it with a destroy that refreshes first", async () => {
      await program.up(sales("one", { adopt: true }));

      await program.destroy({ refresh: true });

      expect(held()).to.deep.equal([[], []]);
    });
  });

  it("finish by the next up what was accepted and did not end in time", async () => {
    emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });
    const payg = (): unknown => new BillingPolicy("payg", { ...policy, timeouts: { create: "20s" } });

    const failed = await program.failed(program.up(payg));
    const [unfinished] = await program.recorded();
    emulator.tenant.billingPolicies.update(unfinished!.id!, { status: "Enabled" });
    const finished = await program.up(payg);
    const [done] = await program.recorded();
    const again = await program.up(payg);

    expect(failed.message).to.include("Provisioning").and.include(unfinished!.id);
    expect(unfinished!.initErrors).to.have.lengthOf(1);
    expect(unfinished!.outputs).to.include({ status: "Provisioning" });
    // A refresh before the update sees that it is finished.
    expect(finished.changes).to.deep.equal(form.isRefreshed ? { same: 2 } : { same: 1, update: 1 });
    expect(finished.writes).to.deep.equal([]);
    expect(done!.initErrors ?? []).to.deep.equal([]);
    expect(done!.outputs).to.include({ status: "Enabled" });
    expect(again.changes).to.deep.equal({ same: 2 });
  });

  it("refresh and destroy what was accepted and did not end in time", async () => {
    emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });
    await program.failed(program.up(() => new BillingPolicy("payg", { ...policy, timeouts: { create: "20s" } })));

    await program.refresh();
    await program.destroy();

    expect(emulator.tenant.billingPolicies.list()).to.deep.equal([]);
  });

  it("get: reads what the program declares elsewhere, time and again", async () => {
    const declare = (): Record<string, unknown> => {
      const sales = new EnvironmentGroup("sales", { displayName: "Sales" });
      return { name: EnvironmentGroup.get("again", sales.id).displayName };
    };

    const first = await program.up(declare);
    const second = await program.up(declare);
    await program.destroy();

    expect(first.outputs).to.deep.equal({ name: "Sales" });
    expect(second.outputs).to.deep.equal({ name: "Sales" });
    expect(second.writes).to.deep.equal([]);
    expect(groups()).to.deep.equal([]);
  });

  it("get: a missing object is an error that says where it was looked for", async () => {
    const failed = await program.failed(
      program.preview(() => EnvironmentGroup.get("lost", "77777777-7777-4777-8777-777777777777")),
    );

    expect(failed.message)
      .to.include(`not found in tenant ${emulator.tenantId}`)
      .and.include("/environmentmanagement/environmentGroups");
  });

  it("are refused with every mistake at once, before anything is sent", async () => {
    const failed = await program.failed(
      program.preview(() => {
        new RoleAssignment("wrong", { ...reader, principalObjectId: "ops@contoso.com", scope: "everywhere" });
      }),
    );

    expect(failed.message).to.include("principalObjectId").and.include("scope");
    expect(failed.requests).to.deep.equal([]);
  });
});
