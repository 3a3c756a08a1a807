import { expect } from "chai";

import { Emulator } from "pulumi-power-platform-testing";
import { describeForms, type Form } from "./forms";
import { ProgramUnderTest, type Ran } from "./programUnderTest";

const principal = (index: number): string => `aaaaaaaa-aaaa-4aaa-8aaa-${String(index).padStart(12, "0")}`;

/** A program with so many role assignments at the tenant. */
const assignments = (form: Form, count: number) => (): void => {
  for (let index = 0; index < count; index++)
    new form.sdk.RoleAssignment(`assignment-${index}`, {
      principalObjectId: principal(index),
      principalType: "Group",
      roleDefinitionId: "reader",
      scope: "tenant",
    });
};

/** What an operation costs, by operation of the API. */
const cost = ({ requests }: Ran): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { operationId = "none" } of requests) counts[operationId] = (counts[operationId] ?? 0) + 1;
  return counts;
};

describeForms("unchanged role assignments at one scope", (form) => {
  let emulator: Emulator;
  let one: ProgramUnderTest;

  before(async () => {
    emulator = await Emulator.start({ isv: true });
    one = new ProgramUnderTest(emulator, form);
    await one.up(assignments(form, 1));
  });
  after(() => emulator.close());

  /** A stack and a tenant with so many, as if they had been made one by one. */
  async function stackWith(count: number): Promise<ProgramUnderTest> {
    const state = (await one.stack()).exportState();
    const resources = state.deployment.resources ?? [];
    const [first] = emulator.tenant.roleAssignments.list();
    const pattern = JSON.stringify(resources.find(({ urn }) => urn.endsWith("::assignment-0")));
    for (let index = 1; index < count; index++) {
      const roleAssignmentId = `99999999-0000-4000-8000-${String(index).padStart(12, "0")}`;
      const principalObjectId = principal(index);
      if (!emulator.tenant.roleAssignments.has(roleAssignmentId))
        emulator.tenant.roleAssignments.add({ ...first!, roleAssignmentId, principalObjectId });
      const text = pattern
        .replaceAll("::assignment-0", `::assignment-${index}`)
        .replaceAll(first!.roleAssignmentId, roleAssignmentId)
        .replaceAll(principal(0), principalObjectId);
      resources.push(JSON.parse(text) as (typeof resources)[number]);
    }
    const program = new ProgramUnderTest(emulator, form);
    (await program.stack()).importState({ ...state, deployment: { ...state.deployment, resources } });
    return program;
  }

  it("cost one request a page where the service pages", async () => {
    const program = await stackWith(20);
    emulator.configure({ pageSize: 5 });

    const preview = await program.preview(assignments(form, 20));

    expect(cost(preview)).to.deep.equal({ listTenantRoleAssignments: 4 });
    emulator.configure({ pageSize: 0 });
  });

  it("cost one listing and no write in a second up", async () => {
    const program = await stackWith(20);

    const up = await program.up(assignments(form, 20));

    expect(up.changes).to.deep.equal({ same: 21 });
    expect(cost(up)).to.deep.equal({ listTenantRoleAssignments: 1 });
  });

  // A thousand are in the bench.
  for (const count of [1, 200]) {
    it(`cost one listing and no write when there are ${count}, refreshed first or not`, async () => {
      const program = await stackWith(count);

      const plain = await program.preview(assignments(form, count));
      const refreshed = await program.preview(assignments(form, count), { refresh: true });

      console.log(`      ${count}: ${plain.requests.length} and ${refreshed.requests.length} requests`);
      expect([plain.changes, refreshed.changes]).to.deep.equal([{ same: count + 1 }, { same: count + 1 }]);
      expect([cost(plain), cost(refreshed)]).to.deep.equal([
        { listTenantRoleAssignments: 1 },
        { listTenantRoleAssignments: 1 },
      ]);
    });
  }

  it("are made with one write each, and at most one look whether it is listed", async () => {
    emulator.reset();
    const program = new ProgramUnderTest(emulator, form);

    const up = await program.up(assignments(form, 30));

    const { createTenantRoleAssignment: writes, listTenantRoleAssignments: listings = 0 } = cost(up);
    console.log(`      30 made: ${writes} writes, ${listings} listings`);
    expect(writes).to.equal(30);
    expect(listings).to.be.at.most(31);
  });

  it("take the same code in state each, or none, and little more", async () => {
    const [state] = await one.recorded();

    const size = JSON.stringify(state).length;
    const code = form.codeOf("RoleAssignment")?.length ?? 0;
    console.log(`      ${size} bytes of state a role assignment, ${2 * code} of them code`);
    expect(size).to.be.below(1_500);
  });
});
