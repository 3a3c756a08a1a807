import { readFileSync } from "node:fs";
import { platform } from "node:process";
import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { startBrowser } from "../../../standIns/browser";
import { application } from "./application";
import { signIn } from "./signIn";

describe("signing in with the browser", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
  });
  after(() => emulator.close());
  const env = { ...application, POWER_PLATFORM_USE_BROWSER: "true" };

  // The library finds the stand-in on Linux only.
  if (platform === "linux") {
    it("opens it once, and goes on when the user has signed in", async () => {
      const ca = readFileSync(emulator.envFor({ credential: "clientSecret" }).NODE_EXTRA_CA_CERTS ?? "", "utf8");
      const browser = await startBrowser({ ca });
      const prompts: string[] = [];
      const result = await signIn(emulator, { ...env, ...browser.env, TEST_HAS_TERMINAL: "true" }, (message) =>
        prompts.push(message),
      );
      await browser.stop();

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.claims).to.include({ oid: seeded.ownerId, idtyp: "user" });
      expect(result.identity).to.match(/^browser \(POWER_PLATFORM_USE_BROWSER is true\), application /);
      expect(prompts).to.deep.equal(["Sign in to Microsoft Entra in the browser window that opens."]);
      expect(browser.starts()).to.have.length(1);
    });
  }

  it("is refused where there is no terminal, before anything is opened or asked", async () => {
    const before = emulator.entra.signIns.length;
    const result = await signIn(emulator, env);

    expect(result.kind).to.equal("ConfigurationError");
    expect(result.error).to.equal(
      "Signing in with a browser needs a person at a terminal, and there is none (POWER_PLATFORM_USE_BROWSER is true).\n" +
        "  In a pipeline use a federated token, a managed identity, a client certificate or a client secret.",
    );
    expect(emulator.entra.signIns).to.have.length(before);
  });
});
