import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { application } from "./application";
import { signIn } from "./signIn";

describe("signing in with user name and password", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
  });
  after(() => emulator.close());
  const user = { username: "owner@contoso.example", password: "emulator-password" };

  for (const prefix of ["POWER_PLATFORM", "AZURE"]) {
    it(`reads the ${prefix}_* variables`, async () => {
      const env = { [`${prefix}_USERNAME`]: user.username, [`${prefix}_PASSWORD`]: user.password };
      const result = await signIn(emulator, { ...application, ...env });

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.claims).to.include({ oid: seeded.ownerId, upn: user.username, idtyp: "user" });
      expect(result.identity).to.match(
        new RegExp(`^user name and password from ${prefix}_PASSWORD, user ${user.username}, application `),
      );
    });
  }

  it("passes on that the password is wrong, without it", async () => {
    const env = { POWER_PLATFORM_USERNAME: user.username, POWER_PLATFORM_PASSWORD: "planted-password" };
    const result = await signIn(emulator, { ...application, ...env });

    expect(result.error).to.contain("AADSTS50126");
    expect(result.output).not.to.contain("planted-password");
  });
});
