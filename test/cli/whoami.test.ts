import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect } from "chai";

import { builtInRoles } from "../../provider/resources/authorization/builtInRoles";
import { Emulator, seeded } from "../../testing/emulator";

const cli = join(__dirname, "../../cli/index.js");
const { id, clientId, clientSecret } = seeded.application;

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const environment = { PATH: process.env.PATH, ...env };
    execFile(process.execPath, [cli, "whoami", ...args], { env: environment }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });

describe("pulumi-power-platform whoami", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await Emulator.start();
    const scope = `/tenants/${emulator.tenantId}`;
    const principal = { principalObjectId: id, principalType: "ApplicationUser", scope } as const;
    emulator.tenant.roleAssignments.add({ ...principal, roleDefinitionId: builtInRoles.owner });
  });
  after(() => emulator.close());

  it("says what is used and why, who signed in, and what it may do", async () => {
    const env = emulator.envFor({ credential: "clientSecret" });
    const { code, stdout, stderr } = await run(env);

    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => line.replace(/until .*$/, "until …"))).to.deep.equal([
      `Identity    client secret from POWER_PLATFORM_CLIENT_SECRET, application ${clientId} from POWER_PLATFORM_CLIENT_ID, tenant ${emulator.tenantId} from POWER_PLATFORM_TENANT_ID`,
      `Tenant      ${emulator.tenantId}, from POWER_PLATFORM_TENANT_ID`,
      "Cloud       public, by default",
      `API         ${env.POWER_PLATFORM_ENDPOINT ?? ""}, from POWER_PLATFORM_ENDPOINT`,
      "Scope       https://api.powerplatform.com/.default, of the cloud",
      `Entra       ${env.POWER_PLATFORM_AUTHORITY_HOST ?? ""}, from POWER_PLATFORM_AUTHORITY_HOST`,
      `Signed in   service principal ${id}, application ${clientId}, tenant ${emulator.tenantId}, until …`,
      "Call        GET /authorization/roleAssignments answered 200",
      "Roles       owner at the tenant",
    ]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    expect(stdout).not.to.contain(clientSecret).and.not.to.match(/eyJ/);
    expect(emulator.writes).to.deep.equal([]);
  });

  it("is JSON for scripts, without the token", async () => {
    const { code, stdout } = await run({ ...emulator.env(), POWER_PLATFORM_CLOUD: "GCC" }, "--json");
    const report = JSON.parse(stdout) as Record<string, unknown>;

    expect(report).to.deep.include({ cloud: "gcc, from POWER_PLATFORM_CLOUD", roles: [] });
    expect(report.signedIn).to.include({ oid: seeded.ownerId, idtyp: "user", tid: emulator.tenantId });
    expect(stdout).not.to.contain(emulator.env().POWER_PLATFORM_ACCESS_TOKEN);
    expect(code).to.equal(0);
  });

  it("explains a refusal, after what is known", async () => {
    const token = emulator.token({ roles: [], type: "Application" });
    const { code, stdout, stderr } = await run({ ...emulator.env(), POWER_PLATFORM_ACCESS_TOKEN: token });

    expect(code).to.equal(1);
    expect(stdout)
      .to.match(/^Signed in {3}service principal /m)
      .and.not.to.match(/^Roles/m);
    expect(stderr)
      .to.contain("getRoleAssignments: call failed, 403 Forbidden")
      .and.contain("It needs the permission Authorization.RoleAssignments.Read at the tenant.");
  });

  it("says what is missing of half a configuration", async () => {
    const { code, stderr } = await run({ ARM_CLIENT_ID: clientId });

    expect(code).to.equal(1);
    expect(stderr).to.contain("Half of a credential is set: clientId from ARM_CLIENT_ID");
  });

  it("is JSON for scripts where a setting is wrong or missing too", async () => {
    for (const [env, reason] of [
      [{ POWER_PLATFORM_CLOUD: "mars" }, 'cloud "mars" from POWER_PLATFORM_CLOUD'],
      [{ ARM_CLIENT_ID: clientId }, "Half of a credential is set"],
    ] as const) {
      const { code, stdout, stderr } = await run(env, "--json");

      const report = JSON.parse(stdout) as { readonly error: string };
      expect(report.error).to.contain(reason);
      expect(stderr).to.contain(reason);
      expect(code).to.equal(1);
    }
  });

  for (const args of [["--help"], ["whoami", "--help"], ["import-file", "--help"], ["whoami"]]) {
    it(`ends quietly when nobody reads what "${args.join(" ")}" prints`, async () => {
      const child = spawn(process.execPath, [cli, ...args], { env: { ...emulator.env() } });
      let stderr = "";
      child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
      child.stdout.destroy();

      await once(child, "close");

      expect(stderr).not.to.match(/EPIPE|\n {4}at /);
    });
  }

  describe("--stack", () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "whoami-"));
    });
    after(() => {
      rmSync(folder, { recursive: true });
    });
    /** A stand-in for the Pulumi CLI. */
    const install = (script: string): Record<string, string> => {
      writeFileSync(join(folder, "pulumi"), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, "pulumi"), 0o755);
      return { PATH: `${folder}${delimiter}${process.env.PATH ?? ""}` };
    };

    it("reads the configuration of the stack", async () => {
      const config = {
        "power-platform:tenantId": { value: emulator.tenantId, secret: false },
        "power-platform:accessToken": { value: emulator.token(), secret: true },
        "power-platform:endpoint": { value: emulator.env().POWER_PLATFORM_ENDPOINT, secret: false },
      };
      const env = install(`test "$*" = "config --json --show-secrets --stack dev" && echo '${JSON.stringify(config)}'`);
      const { code, stdout } = await run(env, "--stack", "dev");

      expect(stdout)
        .to.contain("Identity    access token from power-platform:accessToken\n")
        .and.contain(`Tenant      ${emulator.tenantId}, from power-platform:tenantId\n`)
        .and.contain("Call        GET /authorization/roleAssignments answered 200\n");
      expect(code).to.equal(0);
    });

    it("says that the Pulumi CLI is missing, for scripts too", async () => {
      for (const json of [[], ["--json"]]) {
        const { code, stdout, stderr } = await run({ PATH: folder + "-empty" }, "--stack", "dev", ...json);

        expect(code).to.equal(1);
        expect(stderr).to.contain("stack dev could not be read: the Pulumi CLI is not on PATH");
        if (json.length > 0) expect(JSON.parse(stdout)).to.have.property("error");
      }
    });

    it("says that it printed something else, or failed without a word", async () => {
      for (const [script, reason] of [
        ["echo warning: hello", "printed no JSON"],
        ["exit 3", "Command failed: pulumi config"],
      ] as const) {
        const { stderr } = await run(install(script), "--stack", "dev");

        expect(stderr).to.contain("the configuration of stack dev could not be read").and.contain(reason);
      }
    });

    it("refuses a key that is no setting", async () => {
      const config = { "power-platform:client_id": { value: "x" } };
      const { stderr } = await run(install(`echo '${JSON.stringify(config)}'`), "--stack", "dev");

      expect(stderr).to.contain("power-platform:client_id is not a setting of the provider");
    });

    it("says why it cannot be read", async () => {
      const { code, stderr } = await run(install("echo 'error: no stack named dev' >&2; exit 255"), "--stack", "dev");

      expect(code).to.equal(1);
      expect(stderr).to.contain("the configuration of stack dev could not be read: error: no stack named dev");
    });
  });
});
