import { expect } from "chai";
import { Emulator } from "../../../../testing/emulator";
import { idToken } from "../../../standIns/idToken";
import { application, applicationClaims } from "./application";
import { signIn } from "./signIn";

describe("signing in with a federated token", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
  });
  after(() => emulator.close());
  /** Made when it is needed: it lives for minutes, and files are loaded long before their tests run. */
  const token = (): string =>
    idToken({ iss: "https://issuer.example.com", sub: "job", aud: "api://AzureADTokenExchange" });

  for (const name of ["POWER_PLATFORM_OIDC_TOKEN", "ARM_OIDC_TOKEN"]) {
    it(`presents the token of ${name}`, async () => {
      const result = await signIn(emulator, { ...application, [name]: token() });

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.claims).to.include(applicationClaims);
      expect(result.identity).to.match(new RegExp(`^federated token from ${name}, `));
    });
  }

  it("does not show the token when Entra refuses it", async () => {
    const result = await signIn(emulator, { ...application, ARM_OIDC_TOKEN: "planted.oidc-token" });

    expect(result.error).to.contain("AADSTS50027").and.contain("ARM_OIDC_TOKEN");
    expect(result.output).not.to.contain("planted.oidc-token");
  });
});
