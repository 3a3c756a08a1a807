import { expect } from "chai";

import { declareGoverned, governedResources } from "../../bench/program/governed";
import { Emulator } from "pulumi-power-platform-testing";
import type { Operation } from "../../testing/emulator/tenant/operation";
import { describeForms } from "./forms";
import { ProgramUnderTest, type Ran } from "./programUnderTest";

// The bench has 20 groups and 240 environments.
const size = { groups: 3, environments: 12 };
const all = governedResources(size) + 1;

/** One listing a collection: the environments for all kinds that live in it, and role assignments for each scope. */
const listings = {
  listEnvironmentGroups: 1,
  listBillingPolicies: 1,
  listEnvironments: 1,
  listBillingPolicyEnvironments: size.groups,
  listEnvironmentRoleAssignments: size.environments,
};

/** What an operation costs, by operation of the API. */
const cost = ({ requests }: Ran): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { operationId = "none" } of requests) counts[operationId] = (counts[operationId] ?? 0) + 1;
  return counts;
};

/** Operations of the service that ran at the same moment. */
const together = (operations: readonly Operation[]): (readonly [Operation, Operation])[] =>
  operations.flatMap((one, index) =>
    operations
      .slice(index + 1)
      .filter((other) => other.startTime < (one.endTime ?? "") && one.startTime < (other.endTime ?? ""))
      .map((other) => [one, other] as const),
  );

describeForms("a governed tenant", (form) => {
  let emulator: Emulator;
  let program: ProgramUnderTest;
  let first: Ran;

  before(async () => {
    emulator = await Emulator.start();
    emulator.configure({ provisioning: { operations: 3 } });
    program = new ProgramUnderTest(emulator, form, { parallel: 16 });
    first = await program.up(() => {
      declareGoverned((kind, name, args, options) => new form.sdk[kind](name, args as never, options), size);
    });
  });
  after(() => emulator.close());

  it("is made with one write an object, and with no request that the service refuses as busy", () => {
    const { environments } = size;

    // It takes one operation at a time in an environment and in a group.
    expect(first.changes).to.deep.equal({ create: all });
    expect(first.requests.filter(({ status }) => status === 409 || status === 429)).to.deep.equal([]);
    expect(first.writes).to.have.lengthOf(all - 1);
    expect(cost(first)).to.include({
      createEnvironment: environments,
      enableManagedEnvironment: environments,
      addEnvironmentToGroup: environments,
      addBillingPolicyEnvironments: environments,
      createEnvironmentRoleAssignment: 3 * environments,
    });
  });

  it("is made by operations that run side by side in other environments and other groups", () => {
    const pairs = together(emulator.tenant.operations.list());

    for (const family of ["lifecycle", "group"]) {
      const both = pairs.filter((pair) => pair.every((operation) => operation.family === family));
      expect(both, family).to.not.deep.equal([]);
    }
  });

  for (const refresh of [false, true]) {
    it(`costs one listing a collection in an unchanged preview, ${refresh ? "refreshed first" : "as it is"}`, async () => {
      const preview = await program.preview(undefined, { refresh });

      expect(preview.changes).to.deep.equal({ same: all });
      expect(cost(preview)).to.deep.equal(listings);
    });
  }

  it("costs the same in a second up, which writes nothing", async () => {
    const up = await program.up();

    expect(up.changes).to.deep.equal({ same: all });
    expect(cost(up)).to.deep.equal(listings);
  });

  it("costs one request more for each further page of a list", async () => {
    const pageSize = 5;
    emulator.configure({ pageSize });

    const preview = await program.preview();
    emulator.configure({ pageSize: 0 });

    const pages = Math.ceil(emulator.tenant.environments.list().length / pageSize);
    expect(preview.changes).to.deep.equal({ same: all });
    expect(pages).to.be.above(1);
    expect(cost(preview)).to.deep.equal({ ...listings, listEnvironments: pages });
  });
});
