import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { Emulator, seeded } from "../../../../testing/emulator";

const program = `
  const { callList } = require(${JSON.stringify(join(__dirname, "../../../../provider/lifecycle/functions/callFunction.js"))});
  const { roleDefinitions } = require(${JSON.stringify(join(__dirname, "../../../../provider/functions/authorization/roleDefinitions.js"))});
  callList(roleDefinitions, {}, { get: () => undefined }).then((items) => console.log(items.length));
`;

describe("a function that a program calls", () => {
  it("shows a person how to sign in while it waits for it", async () => {
    const emulator = await Emulator.start({ deviceCodeIntervalSeconds: 0 });
    const { POWER_PLATFORM_ENDPOINT, POWER_PLATFORM_AUTHORITY_HOST, NODE_EXTRA_CA_CERTS } = emulator.envFor({
      credential: "clientSecret",
    });
    const env = {
      POWER_PLATFORM_ENDPOINT,
      POWER_PLATFORM_AUTHORITY_HOST,
      NODE_EXTRA_CA_CERTS,
      POWER_PLATFORM_TENANT_ID: emulator.tenantId,
      POWER_PLATFORM_CLIENT_ID: seeded.application.clientId,
      POWER_PLATFORM_USE_DEVICE_CODE: "true",
    };

    const listed = await new Promise<string>((resolve, reject) => {
      const child = execFile(process.execPath, ["-e", program], { env }, (error, stdout) => {
        if (error === null) resolve(stdout.trim());
        else reject(new Error(error.message));
      });
      child.stderr?.on("data", (told: string) => {
        const code = emulator.entra.deviceCodes.find(({ userCode }) => told.includes(userCode));
        if (code !== undefined) emulator.entra.approveDeviceCode(code.userCode);
      });
    });

    expect(listed).to.equal("4");
    await emulator.close();
  });
});
