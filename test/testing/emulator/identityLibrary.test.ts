import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { Emulator, seeded } from "../../../testing/emulator";
import { selfSigned } from "../../../testing/emulator/certificate/selfSigned";

const run = promisify(execFile);

/** Runs in a process of its own, because Node reads NODE_EXTRA_CA_CERTS once at its start. */
const program = `
  const identity = require("@azure/identity");
  const [kind, ...args] = JSON.parse(process.argv[1]);
  const options = { authorityHost: process.env.POWER_PLATFORM_AUTHORITY_HOST, disableInstanceDiscovery: true };
  const credential = kind === "WorkloadIdentityCredential"
    ? new identity[kind]({ ...options, ...args[0] })
    : new identity[kind](...args, options);
  credential.getToken("https://api.powerplatform.com/.default")
    .then(async ({ token, expiresOnTimestamp }) => {
      const answer = await fetch(process.env.POWER_PLATFORM_ENDPOINT + "/authorization/roleAssignments?api-version=1", {
        headers: { authorization: "Bearer " + token },
      });
      console.log(JSON.stringify({ status: answer.status, expiresOnTimestamp }));
    })
    .catch((error) => console.log(JSON.stringify({ error: error.message })));
`;

describe("@azure/identity against the emulator", function () {
  this.timeout(60_000);
  const directory = mkdtempSync(path.join(tmpdir(), "identity-"));
  let emulator: Emulator;

  before(async () => {
    emulator = await Emulator.start();
  });

  after(async () => {
    rmSync(directory, { recursive: true });
    await emulator.close();
  });

  const signIn = async (...credential: unknown[]): Promise<Record<string, unknown>> => {
    const { stdout } = await run(process.execPath, ["-e", program, JSON.stringify(credential)], {
      env: { PATH: process.env.PATH, ...emulator.envFor({ credential: "clientSecret" }) },
      cwd: path.join(__dirname, "../../../.."),
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const { clientId, clientSecret } = seeded.application;

  it("signs in with a client secret", async () => {
    const result = await signIn("ClientSecretCredential", emulator.tenantId, clientId, clientSecret);

    expect(result.status, JSON.stringify(result)).to.equal(200);
  });

  it("passes on Entra's words for a wrong secret", async () => {
    const result = await signIn("ClientSecretCredential", emulator.tenantId, clientId, "wrong");

    expect(result.error).to.include("AADSTS7000215");
  });

  it("signs in with a certificate", async () => {
    const file = path.join(directory, "certificate.pem");
    writeFileSync(file, rsaCertificate());

    const result = await signIn("ClientCertificateCredential", emulator.tenantId, clientId, {
      certificatePath: file,
    });

    expect(result.status, JSON.stringify(result)).to.equal(200);
  });

  it("signs in with a federated token from a file", async () => {
    const file = path.join(directory, "token");
    writeFileSync(file, emulator.token());

    const result = await signIn("WorkloadIdentityCredential", {
      tenantId: emulator.tenantId,
      clientId,
      tokenFilePath: file,
    });

    expect(result.status, JSON.stringify(result)).to.equal(200);
  });
});

/** Any certificate will do: the library signs with the key and sends the thumbprint; it wants an RSA key. */
function rsaCertificate(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return `${privateKey.export({ type: "pkcs8", format: "pem" }).toString()}${selfSigned(["localhost"]).cert}`;
}
