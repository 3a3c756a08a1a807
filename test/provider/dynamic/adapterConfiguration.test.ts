import { expect } from "chai";

import { Emulator } from "../../../testing/emulator";
import { declared, kindCases } from "../../kinds";
import { failure } from "../../scenarios/scenario";
import { startDynamicProcess } from "../../scenarios/dynamicDriver";
import { adapterUnderTest, type AdapterSetup } from "./adapterUnderTest";

/** A port that nobody listens on: whoever is sent there fails. */
const nowhere = "http://127.0.0.1:9";

/** Names of settings as they are in stack configuration. */
const asConfig = (env: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => name.startsWith("POWER_PLATFORM_"))
      .map(([name, value]) => [`power-platform:${settingOf(name)}`, value]),
  );

const settingOf = (variable: string): string =>
  variable
    .slice("POWER_PLATFORM_".length)
    .toLowerCase()
    .replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

describe("what the dynamic adapter is configured with", () => {
  let emulator: Emulator;
  before(async () => (emulator = await Emulator.start({ isv: true })));
  after(() => emulator.close());
  afterEach(() => {
    emulator.reset();
  });

  /** Asks for the group that is in every tenant; which tenant answered. */
  async function read(setup: AdapterSetup): Promise<unknown> {
    const { provider } = adapterUnderTest("EnvironmentGroup", setup);
    const { props } = await provider.read(emulator.tenant.environmentGroups.list()[0]!.id, {});
    return props?.tenantId;
  }

  it("is there as soon as configure was called, before its promise has settled", async () => {
    const { provider } = adapterUnderTest("RoleAssignment", {
      config: { "power-platform:tenantId": emulator.tenantId, "power-platform:useCli": "true" },
    });
    const scope = "/tenants/99999999-0000-4000-8000-000000000009";

    const checking = provider.check({}, { ...declared.RoleAssignment, scope });

    const { failures } = await checking;
    expect(failures.map(({ reason }) => reason).join()).to.include(emulator.tenantId);
  });

  it("is copied: what becomes of the request afterwards does not matter", async () => {
    const config: Record<string, string> = asConfig(emulator.env());
    const { provider } = adapterUnderTest("EnvironmentGroup", { config });
    const [group] = emulator.tenant.environmentGroups.list();

    const reading = provider.read(group!.id, {});
    for (const key of Object.keys(config)) config[key] = nowhere;

    expect((await reading).id).to.equal(group!.id);
  });

  it("is asked for keys of power-platform only", async () => {
    const { provider, keysRead } = adapterUnderTest("EnvironmentGroup", { env: emulator.env() });

    await provider.read(emulator.tenant.environmentGroups.list()[0]!.id, {});

    expect(keysRead).to.include("power-platform:clientSecret");
    expect(keysRead.filter((key) => !key.startsWith("power-platform:"))).to.deep.equal([]);
  });

  it("is the environment before stack configuration, so that a rotated credential works for refresh and destroy", async () => {
    const config = {
      "power-platform:endpoint": nowhere,
      "power-platform:tenantId": "99999999-0000-4000-8000-000000000009",
      "power-platform:accessToken": "recorded-before-it-was-rotated",
    };

    expect(await read({ env: emulator.env(), config })).to.equal(emulator.tenantId);
  });

  it("is stack configuration where the environment says nothing", async () => {
    expect(await read({ config: asConfig(emulator.env()) })).to.equal(emulator.tenantId);
  });

  it("is an explicit provider's arguments before the environment", async () => {
    const config = { ...asConfig(emulator.env()), "power-platform:explicit": "true" };
    const env = {
      POWER_PLATFORM_ENDPOINT: nowhere,
      POWER_PLATFORM_TENANT_ID: "99999999-0000-4000-8000-000000000009",
      POWER_PLATFORM_ACCESS_TOKEN: "of-another-tenant",
    };

    expect(await read({ env, config })).to.equal(emulator.tenantId);
  });

  it("is the environment for what an explicit provider's arguments leave out", async () => {
    const { POWER_PLATFORM_ACCESS_TOKEN, ...rest } = emulator.env();
    const config = { ...asConfig(rest), "power-platform:explicit": "true" };

    expect(await read({ env: { POWER_PLATFORM_ACCESS_TOKEN: POWER_PLATFORM_ACCESS_TOKEN! }, config })).to.equal(
      emulator.tenantId,
    );
  });

  it("says what is wrong with it in the first call that needs it", async () => {
    const { provider } = adapterUnderTest("EnvironmentGroup", {
      env: { POWER_PLATFORM_CLOUD: "mars", POWER_PLATFORM_MAX_CONCURRENCY: "none" },
    });

    const error = await failure(provider.create({ displayName: "Sales" }));

    expect(error.message).to.include("POWER_PLATFORM_CLOUD").and.include("POWER_PLATFORM_MAX_CONCURRENCY");
  });

  it("refuses a key of ours that is no setting, in the provider process", async () => {
    const running = await startDynamicProcess({
      env: { POWER_PLATFORM_USE_CLI: "true" },
      config: { "power-platform:client_id": "x", "other:client_id": "y" },
    });
    try {
      const error = await failure(running.run().check("EnvironmentGroup", {}, { displayName: "Sales" }));

      expect(error.message).to.include(
        "power-platform:client_id is not a setting of the provider: write power-platform:clientId",
      );
      expect(error.message).not.to.include("other:");
    } finally {
      await running.close();
    }
  }).timeout(60_000);

  it("serves concurrent first calls of every kind in the provider process", async () => {
    const { NODE_EXTRA_CA_CERTS, ...settings } = emulator.envFor({ credential: "clientSecret" });
    const running = await startDynamicProcess({
      env: { NODE_EXTRA_CA_CERTS: NODE_EXTRA_CA_CERTS! },
      config: { ...asConfig(settings), "other:endpoint": nowhere, "test:accessToken": "of-the-program" },
    });
    try {
      const provider = running.run();

      const answers = await Promise.all([
        ...kindCases.map(async ({ kind, inputs }) => (await provider.create(kind, inputs)).outputs.tenantId),
        ...kindCases.map(async ({ kind, inputs }) => (await provider.check(kind, {}, inputs)).failures.length),
      ]);

      expect(answers).to.deep.equal([...kindCases.map(() => emulator.tenantId), ...kindCases.map(() => 0)]);
    } finally {
      await running.close();
    }
  }).timeout(60_000);
});
