import { expect } from "chai";

import { Emulator, seeded } from "pulumi-power-platform-testing";
import { adapterUnderTest } from "./adapterUnderTest";

describe("memberships of one group", () => {
  it("are added one after the other, each when the operation before it has ended", async () => {
    const emulator = await Emulator.start({ provisioning: { operations: 2 } });
    const environment = emulator.tenant.environments.get(seeded.managedEnvironmentId)!;
    const ids = [1, 2, 3].map((number) => `eeeeeeee-eeee-4eee-8eee-ffffffffff0${number}`);
    for (const id of ids) emulator.tenant.environments.add({ ...environment, id });
    const { provider } = adapterUnderTest("EnvironmentGroupMembership", { env: emulator.env() });

    await Promise.all(
      ids.map((environmentId) => provider.create({ environmentGroupId: seeded.groupId, environmentId })),
    );

    const groups = ids.map((id) => emulator.tenant.environments.get(id)!.environmentGroupId);
    expect(groups).to.deep.equal([seeded.groupId, seeded.groupId, seeded.groupId]);
    expect(emulator.writes.map(({ status }) => status)).to.deep.equal([202, 202, 202]);
    await emulator.close();
  });
});
