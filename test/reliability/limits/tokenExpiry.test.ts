import { expect } from "chai";

import { Emulator, seeded } from "pulumi-power-platform-testing";
import { startDynamicDriver } from "../../scenarios/dynamicDriver";

describe("an access token that expires in the middle of a run", function () {
  this.timeout(120_000);

  it("is renewed once, nothing fails, and nothing is written twice", async () => {
    let isLater = false;
    const clock = {
      now: () => Date.now() + (isLater ? 7_200_000 : 0),
      // Each request: from the third write on two hours have passed.
      sleep: () => {
        isLater ||= emulator.writes.length > 2;
        return Promise.resolve();
      },
    };
    const emulator = await Emulator.start({ clock, latencyMs: 1 });
    const provider = await startDynamicDriver({ env: emulator.envFor({ credential: "clientSecret" }) });
    try {
      const names = Array.from({ length: 8 }, (_, index) => `Group ${index}`);

      const made = await Promise.all(names.map((displayName) => provider.create("EnvironmentGroup", { displayName })));

      expect(isLater).to.equal(true);
      expect(emulator.requests.filter(({ status }) => status === 401)).to.not.deep.equal([]);
      const groups = emulator.tenant.environmentGroups.list().filter(({ id }) => id !== seeded.groupId);
      expect(groups.map(({ displayName }) => displayName)).to.have.members(names);
      expect(made.map(({ id }) => id)).to.have.members(groups.map(({ id }) => id));
      expect(emulator.writes.filter(({ status }) => status === 200)).to.have.lengthOf(names.length);
      expect(emulator.entra.signIns).to.have.lengthOf(2);
    } finally {
      await provider.close();
      await emulator.close();
    }
  });
});
