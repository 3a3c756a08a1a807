import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";
import { application } from "./application";
import { signIn } from "./signIn";

describe("signing in with a device code", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start({ deviceCodeIntervalSeconds: 0 });
  });
  after(() => emulator.close());
  const env = { ...application, POWER_PLATFORM_USE_DEVICE_CODE: "true" };
  const codeIn = (message: string): string =>
    emulator.entra.deviceCodes.find(({ userCode }) => message.includes(userCode))?.userCode ?? "";

  it("shows the code, and goes on when a user has entered it, once for all callers", async () => {
    const prompts: string[] = [];
    const result = await signIn(emulator, env, (message) => {
      prompts.push(message);
      emulator.entra.approveDeviceCode(codeIn(message));
    });

    expect(result).to.deep.include({ statuses: [200, 200, 200] });
    expect(result.claims).to.include({ oid: seeded.ownerId, idtyp: "user" });
    expect(result.identity).to.match(/^device code \(POWER_PLATFORM_USE_DEVICE_CODE is true\), application /);
    expect(prompts).to.have.length(1);
  });

  it("says that the user declined", async () => {
    const result = await signIn(emulator, env, (message) => {
      emulator.entra.declineDeviceCode(codeIn(message));
    });

    expect(result.kind).to.equal("AuthError");
    expect(result.error).to.contain("\n  The sign-in was declined on the other device.");
  });

  it("says that nobody entered the code in time", async () => {
    emulator.configure({ deviceCodeLifetimeSeconds: 0 });
    const result = await signIn(emulator, env);
    emulator.configure({ deviceCodeLifetimeSeconds: 900 });

    expect(result.error).to.contain("\n  Nobody entered the code in time.");
  });
});
