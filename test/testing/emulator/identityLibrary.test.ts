import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { Emulator, seeded } from "../../../testing/emulator";

const run = promisify(execFile);

/** Runs in a process of its own, because Node reads NODE_EXTRA_CA_CERTS once at its start. */
const program = `
  const identity = require("@azure/identity");
  const args = JSON.parse(process.argv[1]);
  const options = { authorityHost: process.env.POWER_PLATFORM_AUTHORITY_HOST, disableInstanceDiscovery: true };
  const credential = new identity.ClientSecretCredential(...args, options);
  credential.getToken("https://api.powerplatform.com/.default")
    .then(async ({ token, expiresOnTimestamp }) => {
      const answer = await fetch(process.env.POWER_PLATFORM_ENDPOINT + "/authorization/roleAssignments?api-version=1", {
        headers: { authorization: "Bearer " + token },
      });
      console.log(JSON.stringify({ status: answer.status, expiresOnTimestamp }));
    })
    .catch((error) => console.log(JSON.stringify({ error: error.message })));
`;

describe("@azure/identity with the environment variables of the emulator", function () {
  this.timeout(60_000);
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(() => emulator.close());

  const signIn = async (...credential: unknown[]): Promise<Record<string, unknown>> => {
    const { stdout } = await run(process.execPath, ["-e", program, JSON.stringify(credential)], {
      env: { PATH: process.env.PATH, ...emulator.envFor({ credential: "clientSecret" }) },
      cwd: path.join(__dirname, "../../../.."),
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const { clientId, clientSecret } = seeded.application;

  it("signs in with a client secret", async () => {
    const result = await signIn(emulator.tenantId, clientId, clientSecret);

    expect(result.status, JSON.stringify(result)).to.equal(200);
  });

  it("passes on Entra's words for a wrong secret", async () => {
    const result = await signIn(emulator.tenantId, clientId, "wrong");

    expect(result.error).to.include("AADSTS7000215");
  });
});
