import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { signIn } from "./signIn";

describe("signing in with an access token", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
  });
  after(() => emulator.close());

  it("sends it, before anything else that is set", async () => {
    const result = await signIn(emulator, {
      POWER_PLATFORM_ACCESS_TOKEN: emulator.token(),
      POWER_PLATFORM_USE_MSI: "true",
    });

    expect(result).to.deep.include({ statuses: [200, 200, 200] });
    expect(result.claims).to.include({ oid: seeded.ownerId });
    expect(result.identity).to.equal("access token from POWER_PLATFORM_ACCESS_TOKEN");
  });

  it("says that it is refused and cannot be renewed, without it", async () => {
    const result = await signIn(emulator, { POWER_PLATFORM_ACCESS_TOKEN: "planted-access-token" });

    expect(result.error).to.contain("POWER_PLATFORM_ACCESS_TOKEN").and.contain("cannot be renewed");
    expect(result.output).not.to.contain("planted-access-token");
  });
});
