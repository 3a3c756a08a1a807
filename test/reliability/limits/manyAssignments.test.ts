import { expect } from "chai";

import { Emulator } from "pulumi-power-platform-testing";
import { kindCases } from "../../kinds";
import { startDynamicProcess } from "../../scenarios/dynamicDriver";

const count = 10_000;
const pageSize = 500;
const { inputs } = kindCases.find(({ kind }) => kind === "RoleAssignment")!;

/** As many role assignments of others at the tenant. */
function fill({ tenant }: Emulator): void {
  tenant.roleAssignments.load(
    Array.from({ length: count }, (_, index) => ({
      roleAssignmentId: `bbbbbbbb-0000-4000-8000-${String(index).padStart(12, "0")}`,
      principalObjectId: `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, "0")}`,
      principalType: "Group" as const,
      roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
      scope: `/tenants/${tenant.id}`,
    })),
  );
}

describe("a role assignment among ten thousand at its scope", function () {
  this.timeout(300_000);

  it("is compared and read with one request a page, in little memory", async () => {
    const emulator = await Emulator.start();
    const env = { ...emulator.env(), NODE_OPTIONS: "--max-old-space-size=128" };
    const process = await startDynamicProcess({ env });
    try {
      const { id, outputs } = await process.run().create("RoleAssignment", inputs);
      const [ours] = emulator.tenant.roleAssignments.list();
      fill(emulator);
      emulator.tenant.roleAssignments.add(ours!);
      emulator.configure({ pageSize });
      emulator.clearRequests();
      const run = process.run();

      const read = await run.read("RoleAssignment", id, outputs);
      const diff = await run.diff("RoleAssignment", id, outputs, inputs);

      expect(read.id).to.equal(id);
      expect(diff).to.include({ changes: false });
      expect(emulator.requests).to.have.lengthOf(count / pageSize + 1);
      expect(emulator.writes).to.deep.equal([]);
    } finally {
      await process.close();
      await emulator.close();
    }
  });
});
