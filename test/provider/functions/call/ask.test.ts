import { expect } from "chai";
import { roleAssignments } from "../../../../provider/functions/authorization/roleAssignments";
import { roleDefinitions } from "../../../../provider/functions/authorization/roleDefinitions";
import { ask } from "../../../../provider/functions/call/ask";
import { createRuntime } from "../../../../provider/runtime/createRuntime";
import { Emulator, seeded } from "../../../../testing/emulator";
import { fakeClock } from "../../../fakeClock";
import { linesOf } from "../../lifecycle/advice/refused";

describe("functions that are refused", () => {
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(async () => {
    await emulator.close();
  });

  const fieldContext = { tenantId: undefined };
  const context = () =>
    createRuntime(
      { get: () => undefined },
      {
        env: { ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN: emulator.token({ roles: [] }) },
        clock: fakeClock(),
        warn: () => Promise.resolve(),
        log: () => undefined,
      },
    ).context;

  it("say who asked and what is missing at the tenant", async () => {
    const lines = await linesOf(ask(roleDefinitions, {}, context(), fieldContext));

    expect(lines[0]).to.equal("getRoleDefinitions: call failed, 403 Forbidden: Access denied.");
    expect(lines[1]).to.match(/^Signed in as service principal /);
    expect(lines[2]).to.match(/^It needs the permission Authorization\.RoleAssignments\.Read at the tenant\. /);
  });

  it("say at which scope it is missing", async () => {
    const scope = `/environments/${seeded.managedEnvironmentId}`;

    const lines = await linesOf(ask(roleAssignments, { scope }, context(), fieldContext));

    expect(lines[2]).to.include(`at environment ${seeded.managedEnvironmentId}, its group or the tenant`);
    expect(lines[3]).to.include(`roleDefinitionId: "reader", scope: "${scope}"`);
  });
});
