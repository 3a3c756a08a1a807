import { expect } from "chai";

import { Emulator, type UpdateOptions } from "pulumi-power-platform-testing";
import { pluginForm } from "./forms";
import { policy } from "./policy";
import { ProgramUnderTest } from "./programUnderTest";

describe("Ctrl-C while the service provisions, through the plugin", function () {
  this.timeout(300_000);
  let emulator: Emulator;
  before(async () => (emulator = await Emulator.start({ provisioning: { billingPolicyCreate: "untilTold" } })));
  after(() => emulator.close());

  it("ends the run at once with the object in state, and the next up finishes it without a write", async () => {
    const program = new ProgramUnderTest(emulator, pluginForm);
    const payg = (): unknown => new pluginForm.sdk.BillingPolicy("payg", policy);
    const stack = await program.stack();
    const onWait = (act: () => void): UpdateOptions => ({
      onMessage: ({ message }) => {
        if (message.startsWith('waiting: status "Provisioning"')) act();
      },
    });

    const cancelled = await program.failed(
      program.up(
        payg,
        onWait(() => {
          stack.cancel();
        }),
      ),
    );
    const [unfinished] = await program.recorded();
    const [{ id }] = emulator.tenant.billingPolicies.list() as [{ id: string }];
    const finished = await program.up(
      payg,
      onWait(() => emulator.tenant.billingPolicies.update(id, { status: "Enabled" })),
    );
    const [done] = await program.recorded();
    const again = await program.preview();

    // In the pause between two looks, or in the middle of one.
    expect(cancelled.message)
      .to.match(/the run was cancelled|GET \S+ was cancelled/)
      .and.include(`kept in state as ${id}`);
    expect(unfinished).to.include({ id, refreshBeforeUpdate: true });
    expect(unfinished!.initErrors).to.have.lengthOf(1);
    expect(unfinished!.outputs).to.include({ status: "Provisioning" });
    expect(finished.changes).to.deep.equal({ same: 1, update: 1 });
    expect(finished.writes).to.deep.equal([]);
    expect(done).to.include({ id }).and.not.to.have.property("initErrors");
    expect(done!.outputs).to.include({ status: "Enabled" });
    expect(again.changes).to.deep.equal({ same: 2 });
  });
});
