import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { application, applicationClaims } from "./application";
import { signIn } from "./signIn";

describe("signing in with a client secret", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
  });
  after(() => emulator.close());

  for (const prefix of ["POWER_PLATFORM", "ARM", "AZURE"]) {
    it(`reads the ${prefix}_* variables`, async () => {
      const result = await signIn(emulator, {
        [`${prefix}_TENANT_ID`]: emulator.tenantId,
        [`${prefix}_CLIENT_ID`]: seeded.application.clientId,
        [`${prefix}_CLIENT_SECRET`]: seeded.application.clientSecret,
      });

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.claims).to.include(applicationClaims);
      expect(result.identity).to.match(new RegExp(`^client secret from ${prefix}_CLIENT_SECRET, application `));
    });
  }

  it("passes on that the secret is wrong, without the secret", async () => {
    const result = await signIn(emulator, {
      ...application,
      POWER_PLATFORM_CLIENT_SECRET: "planted-wrong-secret",
    });

    expect(result.error).to.contain("AADSTS7000215").and.contain("POWER_PLATFORM_CLIENT_SECRET");
    expect(result.output).not.to.contain("planted-wrong-secret");
  });
});
