import { expect } from "chai";

import type { LoggedRequest } from "pulumi-power-platform-testing";
import { startCoreDriver } from "../../scenarios/coreDriver";
import { kindCases } from "../../kinds";
import { startPluginDriver } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";
import { type BusyTenant, startBusyTenant } from "./busyTenant";

const adapters = { dynamic: startCoreDriver, plugin: startPluginDriver };
const assignment = kindCases.find(({ kind }) => kind === "RoleAssignment")!;

const principal = (index: number): string => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** Whether a request asks for a later page of a list. */
const isLaterPage = ({ query }: LoggedRequest): boolean => "$skiptoken" in query;

describe("a list of several pages that others change while it is read", () => {
  let busy: BusyTenant;

  before(async () => (busy = await startBusyTenant()));
  after(() => busy.emulator.close());
  beforeEach(() => {
    busy.meanwhile = () => undefined;
    busy.emulator.reset();
    busy.emulator.configure({ pageSize: 3 });
  });
  afterEach(() => {
    expect(busy.emulator.contractViolations).to.deep.equal([]);
  });

  /** Assignments of others at the tenant; their ids. */
  const others = (count: number): string[] =>
    Array.from(
      { length: count },
      (_, index) =>
        busy.emulator.tenant.roleAssignments.add({
          principalObjectId: principal(index),
          principalType: "Group",
          roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
          scope: `/tenants/${busy.emulator.tenantId}`,
        }).roleAssignmentId,
    );

  /** Deletes one of them in each reading when its second page is asked for, so that another slips onto the first page. */
  const deleteWhilePaging = (ids: string[], times = ids.length): void => {
    let left = times;
    let isSecond = false;
    busy.meanwhile = (request) => {
      if (isSecond && isLaterPage(request) && left-- > 0) busy.emulator.tenant.roleAssignments.remove(ids.shift()!);
      isSecond = !isLaterPage(request);
    };
  };

  for (const [name, start] of Object.entries(adapters)) {
    describe(`seen by the ${name} provider`, () => {
      const provider = () => start({ env: busy.emulator.env() });

      /** Ours, first on the second page. */
      async function made() {
        const ids = others(3);
        const driver = await provider();
        const created = await driver.create("RoleAssignment", assignment.inputs);
        await driver.close();
        busy.emulator.tenant.roleAssignments.add({
          principalObjectId: principal(99),
          principalType: "User",
          roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
          scope: `/tenants/${busy.emulator.tenantId}`,
        });
        busy.emulator.clearRequests();
        return { ids, ...created };
      }

      it("does not take for deleted what slipped over the border of a page", async () => {
        const { ids, id, outputs } = await made();
        const forRead = await provider();
        deleteWhilePaging(ids, 1);
        const read = await forRead.read("RoleAssignment", id, outputs);
        const forDiff = await provider();
        deleteWhilePaging(ids, 1);
        const diff = await forDiff.diff("RoleAssignment", id, outputs, assignment.inputs);
        await Promise.all([forRead.close(), forDiff.close()]);

        expect(read.id).to.equal(id);
        expect(diff).to.deep.include({ changes: false, replaces: [] });
        expect(busy.emulator.writes).to.deep.equal([]);
      });

      it("does not make twice what slipped over the border of a page", async () => {
        const { ids, id } = await made();
        const driver = await provider();
        deleteWhilePaging(ids, 1);

        const error = await failure(driver.create("RoleAssignment", assignment.inputs));
        await driver.close();

        expect(error.message).to.include("exists already").and.include(id);
        expect(busy.emulator.writes).to.deep.equal([]);
      });

      it("adopts what was on two pages, since somebody added another one", async () => {
        const { id } = await made();
        const { roleAssignments } = busy.emulator.tenant;
        let isAdded = false;
        busy.meanwhile = (request) => {
          if (!isLaterPage(request) || isAdded) return;
          isAdded = true;
          const [first, ...rest] = roleAssignments.list();
          const added = {
            ...first!,
            roleAssignmentId: principal(1_000),
            principalObjectId: principal(1_000),
          };
          // Ours goes from the third to the fourth place.
          roleAssignments.load([added, first!, ...rest]);
        };
        roleAssignments.remove(roleAssignments.list()[0]!.roleAssignmentId);
        const driver = await provider();

        const adopted = await driver.create("RoleAssignment", { ...assignment.inputs, adopt: true });
        await driver.close();

        expect(isAdded).to.equal(true);
        expect(adopted.id).to.equal(id);
        expect(busy.emulator.writes).to.deep.equal([]);
      });

      it("gives up where objects are deleted all the time, and changes nothing", async () => {
        const { id, outputs } = await made();
        const ids = others(30);
        const driver = await provider();
        busy.emulator.tenant.roleAssignments.remove(id.split("/").at(-1)!);
        deleteWhilePaging(ids);

        const errors = [
          await failure(driver.read("RoleAssignment", id, outputs)),
          await failure(driver.create("RoleAssignment", assignment.inputs)),
        ];
        await driver.close();

        for (const { message } of errors)
          expect(message).to.include("another list each of 6 times").and.include("Run the command again");
        expect(busy.emulator.writes).to.deep.equal([]);
      });

      it("says that something is gone when two readings of every page agree, and recreates it once", async () => {
        const { id, outputs } = await made();
        busy.emulator.tenant.roleAssignments.remove(id.split("/").at(-1)!);
        const driver = await provider();

        const read = await driver.read("RoleAssignment", id, outputs);
        await driver.create("RoleAssignment", assignment.inputs);
        await driver.close();

        expect(read.id).to.equal("");
        expect(busy.emulator.writes.map(({ method }) => method)).to.deep.equal(["POST"]);
      });

      for (const refusal of [
        { status: 400, code: "InvalidSkipToken" },
        { status: 410, code: "ContinuationTokenExpired" },
      ]) {
        it(`takes nothing for deleted when the link to the next page is refused with ${refusal.status}`, async () => {
          const { id, outputs } = await made();
          busy.emulator.fault({
            kind: "status",
            status: refusal.status,
            body: { error: { code: refusal.code, message: "The token has expired." } },
            operationId: "listTenantRoleAssignments",
            nth: 2,
            times: "always",
          });
          const driver = await provider();

          const errors = [
            await failure(driver.read("RoleAssignment", id, outputs)),
            await failure(driver.diff("RoleAssignment", id, outputs, assignment.inputs)),
            await failure(driver.create("RoleAssignment", assignment.inputs)),
          ];
          await driver.close();

          for (const { message } of errors)
            expect(message).to.include(String(refusal.status)).and.include(refusal.code);
          expect(busy.emulator.writes).to.deep.equal([]);
        });
      }
    });
  }
});
