import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { tokensOf } from "../../../standIns/giveToken";
import { startManagedIdentity } from "../../../standIns/managedIdentity";
import type { StandInServer } from "../../../standIns/standIn";
import { signIn } from "./signIn";

const { id, clientId } = seeded.application;

for (const form of ["appService", "imds"] as const) {
  describe(`signing in with a managed identity (${form})`, () => {
    let emulator: Emulator;
    let endpoint: StandInServer;
    before(async () => {
      emulator = await Emulator.start();
      endpoint = await startManagedIdentity({ form, token: tokensOf(emulator, id), clientIds: [clientId] });
    });
    after(async () => {
      await endpoint.stop();
      await emulator.close();
    });

    for (const prefix of ["POWER_PLATFORM", "ARM"]) {
      it(`takes the system-assigned one where ${prefix}_USE_MSI is true, with one request`, async () => {
        const before = endpoint.requests().length;
        const result = await signIn(emulator, { ...endpoint.env, [`${prefix}_USE_MSI`]: "true" });

        expect(result).to.deep.include({ statuses: [200, 200, 200] });
        expect(result.identity).to.equal(`managed identity (${prefix}_USE_MSI is true), system-assigned`);
        const asked = endpoint.requests().slice(before);
        expect(asked.map(({ query }) => query.resource)).to.deep.equal(["https://api.powerplatform.com"]);
      });
    }

    it("takes the user-assigned one of the client id", async () => {
      const before = endpoint.requests().length;
      const env = { ...endpoint.env, POWER_PLATFORM_USE_MSI: "true", AZURE_CLIENT_ID: clientId };
      const result = await signIn(emulator, env);

      expect(result).to.deep.include({ statuses: [200, 200, 200] });
      expect(result.identity).to.contain(`user-assigned, client id ${clientId} from AZURE_CLIENT_ID`);
      expect(
        endpoint
          .requests()
          .slice(before)
          .map(({ query }) => query.client_id),
      ).to.deep.equal([clientId]);
    });

    it("says that the machine has no such identity", async () => {
      const unknown = "99999999-0000-4000-8000-000000000009";
      const env = { ...endpoint.env, POWER_PLATFORM_USE_MSI: "true", AZURE_CLIENT_ID: unknown };
      const result = await signIn(emulator, env);

      expect(result.kind).to.equal("AuthError");
      expect(result.error)
        .to.contain(`user-assigned, client id ${unknown} from AZURE_CLIENT_ID`)
        .and.contain("\n  The machine does not have that identity");
    });
  });
}

describe("signing in with a managed identity that is not there", () => {
  it("says so soon, where the machine is not in Azure", async () => {
    const emulator = await Emulator.start();
    const result = await signIn(emulator, { POWER_PLATFORM_USE_MSI: "true" }).finally(() => emulator.close());

    expect(result.error).to.contain("\n  This machine has no managed identity");
  });
});
