import { expect } from "chai";
import { Emulator } from "../../../testing/emulator";
import { startDynamicDriver } from "../../scenarios/dynamicDriver";
import type { ProviderDriver } from "../../scenarios/driver";
import { startAz } from "../../standIns/az";
import { tokensOf } from "../../standIns/giveToken";

describe("signing in within one provider process", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
  });
  after(() => emulator.close());
  const createGroups = (provider: ProviderDriver, from: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        provider.create("EnvironmentGroup", { displayName: `Group ${from + index}` }),
      ),
    );

  it("starts the Azure CLI once for all resources", async () => {
    const az = await startAz({ token: tokensOf(emulator) });
    const { POWER_PLATFORM_ENDPOINT = "" } = emulator.env();
    const provider = await startDynamicDriver({
      env: { ...az.env, POWER_PLATFORM_ENDPOINT, POWER_PLATFORM_USE_CLI: "true" },
    });

    await createGroups(provider, 0, 10);
    await createGroups(provider, 10, 10);

    expect(az.starts()).to.have.length(1);
    await provider.close();
    await az.stop();
  });

  it("gets another token when all have been revoked, once for all who are refused, and goes on", async () => {
    const provider = await startDynamicDriver({ env: emulator.envFor({ credential: "clientSecret" }) });
    await createGroups(provider, 20, 5);
    const before = emulator.entra.signIns.length;

    emulator.entra.revokeTokens();
    const made = await createGroups(provider, 25, 5);

    expect(made).to.have.length(5);
    expect(emulator.entra.signIns.length - before).to.equal(1);
    await provider.close();
  });
});
