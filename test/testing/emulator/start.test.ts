import { X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import type { LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { json } from "node:stream/consumers";
import { expect } from "chai";
import { parseEndpoint } from "../../../provider/transport/endpoint";
import type { Snapshot } from "../../../testing/emulator";
import { Emulator, seeded } from "../../../testing/emulator";

describe("Emulator.start", () => {
  let directory: string;
  let stateFile: string;
  const running: Emulator[] = [];
  const start: typeof Emulator.start = async (options) => {
    const emulator = await Emulator.start(options);
    running.push(emulator);
    return emulator;
  };

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "emulator-test-"));
    stateFile = path.join(directory, "state.json");
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((emulator) => emulator.close()));
    rmSync(directory, { recursive: true });
  });

  it("has the default tenant: an environment group, three environments, no policies", async () => {
    const { tenant, tenantId } = await start();

    expect(
      tenant.environments.list().map(({ id, type, protectionLevel }) => [id, type, protectionLevel]),
    ).to.deep.equal([
      [`Default-${tenantId}`, "Default", "Basic"],
      [seeded.managedEnvironmentId, "Production", "Standard"],
      [seeded.sandboxEnvironmentId, "Sandbox", "Basic"],
    ]);
    expect(tenant.environmentGroups.list()).to.have.length(1);
    expect([...tenant.billingPolicies.list(), ...tenant.roleAssignments.list()]).to.deep.equal([]);
  });

  it("replaces the kinds that a seed has and fills what it leaves out", async () => {
    const { tenant } = await start({
      seed: { environmentGroups: [{ displayName: "A" }, { displayName: "B" }] },
    });

    const groups = tenant.environmentGroups.list();

    expect(groups.map(({ displayName }) => displayName)).to.deep.equal(["A", "B"]);
    expect(groups[0]?.id).to.match(/^[-0-9a-f]{36}$/);
    expect(tenant.environments.list()).to.have.length(3);
  });

  it("refuses a seed of an unknown kind", async () => {
    let message = "";
    await start({ seed: { teapots: [] } as never }).catch((error: unknown) => {
      message = String(error);
    });

    expect(message).to.include("teapots");
  });

  it("serves the tenant it is told to", async () => {
    const tenantId = "77777777-7777-4777-8777-777777777777";

    const emulator = await start({ tenantId });

    expect(emulator.env().POWER_PLATFORM_TENANT_ID).to.equal(tenantId);
    expect(emulator.tenant.environments.has(`Default-${tenantId}`)).to.equal(true);
  });

  it("gives the variables of each credential, and a certificate that exists while it runs", async () => {
    const emulator = await start();
    const [ready, secret] = [emulator.env(), emulator.envFor({ credential: "clientSecret" })];

    await emulator.close();

    expect(Object.keys(ready)).to.have.members([
      "POWER_PLATFORM_ENDPOINT",
      "POWER_PLATFORM_TENANT_ID",
      "NODE_EXTRA_CA_CERTS",
      "POWER_PLATFORM_ACCESS_TOKEN",
    ]);
    expect(secret).to.include({
      POWER_PLATFORM_AUTHORITY_HOST: emulator.authorityUrl,
      POWER_PLATFORM_CLIENT_ID: seeded.application.clientId,
      POWER_PLATFORM_CLIENT_SECRET: seeded.application.clientSecret,
    });
    expect(existsSync(ready.NODE_EXTRA_CA_CERTS ?? "")).to.equal(false);
  });

  it("keeps the tenant in a state file across restarts", async () => {
    const first = await start({ stateFile });
    first.tenant.environmentGroups.add({ displayName: "Sales" });
    first.tenant.billingPolicies.add({ name: "payg" });
    const before = first.snapshot();
    await first.close();

    const second = await start({ stateFile });

    expect(second.snapshot()).to.deep.equal(before);
  });

  it("writes the state file after each change, also one through the API", async () => {
    const emulator = await start({ stateFile });
    await fetch(`${emulator.url}/environmentmanagement/environmentGroups/${seeded.groupId}?api-version=1`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${emulator.token()}` },
    });

    const stored = JSON.parse(readFileSync(stateFile, "utf8")) as Snapshot;

    expect(stored.environmentGroups).to.deep.equal([]);
  });

  it("takes a token that another run of the same tenant gave", async () => {
    const first = await start();
    const token = first.token();
    await first.close();

    const second = await start();
    const answer = await fetch(`${second.url}/authorization/roleDefinitions?api-version=1`, {
      headers: { authorization: `Bearer ${token}` },
    });

    expect(answer.status).to.equal(200);
  });

  it("fails with the address when a port is taken, the second one too", async () => {
    const { url, authorityUrl } = await start();
    const taken = [url, authorityUrl].map((address) => Number(new URL(address).port));

    const messages = await Promise.all(
      [{ port: taken[0] ?? 0 }, { httpsPort: taken[1] ?? 0 }].map((options) =>
        start(options).then(
          () => "started",
          (error: unknown) => String(error),
        ),
      ),
    );

    for (const [index, message] of messages.entries())
      expect(message)
        .to.include(`port ${taken[index]} is in use`)
        .and.include(`the option ${["port", "httpsPort"][index]} takes another`);
  });

  it("is reached by the provider over https where its clients are on other machines", async () => {
    const emulator = await start({ host: "0.0.0.0", publicHost: "emulator", pageSize: 1 });
    const certificate = new X509Certificate(readFileSync(emulator.env().NODE_EXTRA_CA_CERTS ?? ""));

    const groups = `${emulator.url}/environmentmanagement/environmentGroups?api-version=1`;
    emulator.tenant.environmentGroups.add({ displayName: "Second" });
    const page = await getOver(groups, { ca: certificate.toString(), token: emulator.token() });

    expect(parseEndpoint(emulator.url).protocol).to.equal("https:");
    expect(certificate.checkHost("emulator")).to.equal("emulator");
    expect(certificate.checkIP("::1")).to.equal("::1");
    expect(page).to.have.property("@odata.nextLink").that.includes(`${emulator.url}/`);
    expect(await (await fetch(`${emulator.controlUrl}/requests`)).json()).to.have.length(1);
  });

  it("says which state file is broken", async () => {
    writeFileSync(stateFile, "{ half");

    let message = "";
    await start({ stateFile }).catch((error: unknown) => {
      message = String(error);
    });

    expect(message).to.include(stateFile);
  });
});

/** An answer over https, by a client that finds every name on this machine and trusts one authority. */
function getOver(url: string, { ca, token }: { ca: string; token: string }): Promise<unknown> {
  const lookup: LookupFunction = (_name, _options, done) => {
    done(null, [{ address: "127.0.0.1", family: 4 }]);
  };
  return new Promise((resolve, reject) => {
    get(url, { ca, lookup, headers: { authorization: `Bearer ${token}` } }, (response) => {
      json(response).then(resolve, reject);
    }).once("error", reject);
  });
}
