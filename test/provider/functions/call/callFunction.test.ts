import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { environmentGroups } from "../../../../provider/functions/environmentmanagement/environmentGroups";
import type { Values } from "../../../../provider/declare/plainValues";
import { getEnvironment } from "../../../../provider/functions/environmentmanagement/getEnvironment";
import { callFunction } from "../../../../provider/functions/call/callFunction";
import { Emulator, seeded } from "../../../../testing/emulator";

const program = `
  const { callFunction } = require(${JSON.stringify(join(__dirname, "../../../../provider/functions/call/callFunction.js"))});
  const { roleDefinitions } = require(${JSON.stringify(join(__dirname, "../../../../provider/functions/authorization/roleDefinitions.js"))});
  callFunction(roleDefinitions, {}, { get: () => undefined }).then((items) => console.log(items.length));
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

const block = (statements: string): string => `{ ${statements} }`;

describe("functions of several programs in one process", () => {
  const tenants: Emulator[] = [];
  const variables = ["POWER_PLATFORM_ENDPOINT", "POWER_PLATFORM_ACCESS_TOKEN"] as const;

  afterEach(async () => {
    for (const name of variables) Reflect.deleteProperty(process.env, name);
    await Promise.all(tenants.splice(0).map((tenant) => tenant.close()));
  });

  const tenantWith = async (displayName: string): Promise<Emulator> => {
    const tenantId = `00000000-0000-4000-8000-00000000000${tenants.length + 2}`;
    const tenant = await Emulator.start({ tenantId, seed: { environmentGroups: [{ displayName }] } });
    tenants.push(tenant);
    return tenant;
  };
  const configOf = (tenant: Emulator): Record<string, string> => ({
    "power-platform:endpoint": tenant.url,
    "power-platform:tenantId": tenant.tenantId,
    "power-platform:accessToken": tenant.token(),
  });
  const namesIn = async (config: Record<string, string>): Promise<unknown[]> =>
    ((await callFunction(environmentGroups, {}, { get: (key) => config[key] })) as Values[]).map(
      ({ displayName }) => displayName,
    );

  it("are answered one object by a function that reads one", async () => {
    const config = configOf(await tenantWith("One"));
    const environmentId = `Default-${tenants.at(-1)!.tenantId}`;

    const found = await callFunction(getEnvironment, { environmentId }, { get: (key) => config[key] });

    expect(found).to.include({ id: environmentId, type: "Default" });
  });

  it("ask the tenant of their own configuration, in any order", async () => {
    const configs = [configOf(await tenantWith("One")), configOf(await tenantWith("Two"))];

    const seen = [];
    for (const index of [0, 1, 0]) seen.push(await namesIn(configs[index] ?? {}));

    expect(seen).to.deep.equal([["One"], ["Two"], ["One"]]);
  });

  it("ask the tenant of the environment that they run in", async () => {
    const seen = [];
    for (const name of ["One", "Two"]) {
      const env = (await tenantWith(name)).env();
      for (const variable of variables) process.env[variable] = env[variable];
      seen.push(await namesIn({}));
    }

    expect(seen).to.deep.equal([["One"], ["Two"]]);
  });

  it("share one connection while nothing differs: one sign-in for all their calls", async () => {
    const tenant = await tenantWith("One");
    const env = tenant.envFor({ credential: "clientSecret" });

    const listed = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, ["-e", [program, program, program].map(block).join("")], { env }, (error, stdout) => {
        if (error === null) resolve(stdout.trim());
        else reject(new Error(error.message));
      });
    });

    expect(listed.split("\n")).to.deep.equal(["4", "4", "4"]);
    expect(tenant.entra.signIns.filter(({ endpoint }) => endpoint === "token")).to.have.length(1);
  });

  it("forget the connection that was used longest ago when there are too many", async () => {
    const tenant = await tenantWith("One");
    const env = tenant.envFor({ credential: "clientSecret" });
    const ask = (seconds: number): string => `
      await callFunction(roleDefinitions, {}, { get: (key) => key.endsWith(":pollTimeout") ? "${seconds}" : undefined });`;
    const settings = Array.from({ length: 17 }, (_, index) => index + 100);
    // The first is used again before the last comes, so it is the second that has to go.
    const asked = [...settings.slice(0, 16), 100, 116, 100, 101];
    const [calledLine, functionsLine] = program.trim().split("\n");

    await new Promise<void>((resolve, reject) => {
      const run = `${calledLine}${functionsLine}(async () => {${asked.map(ask).join("")}})();`;
      execFile(process.execPath, ["-e", run], { env }, (error) => {
        if (error === null) resolve();
        else reject(new Error(error.message));
      });
    });

    expect(tenant.entra.signIns.filter(({ endpoint }) => endpoint === "token")).to.have.length(18);
  });

  it("ask again with a token of today when an old one is replaced in the configuration", async () => {
    const tenant = await tenantWith("One");
    const config = configOf(tenant);
    await namesIn(config);
    tenant.entra.revokeTokens();

    expect(await namesIn({ ...config, "power-platform:accessToken": tenant.token() })).to.deep.equal(["One"]);
  });
});
