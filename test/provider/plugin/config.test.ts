import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";

import { settingsTable } from "../../../provider/auth/settingsTable";
import type { Properties } from "../../scenarios/driver";
import { providerUrn, startPluginDriver, struct } from "../../scenarios/pluginDriver";
import { failure } from "../../scenarios/scenario";
import { values } from "./pluginClient";
import { withEmulator } from "./harness";
import { describeDiff, secret, unknown } from "./wire";

const tenant = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

async function diffConfig(
  olds: Properties,
  news: Properties,
  { name = "mine", env = {} }: { name?: string; env?: Record<string, string> } = {},
) {
  const driver = await startPluginDriver({ env });
  const request = new messages.DiffRequest();
  request.setUrn(providerUrn(name)).setOldInputs(struct(olds)).setNews(struct(news));
  const answer = await driver.client.call<messages.DiffResponse>("diffConfig", request);
  await driver.close();
  return describeDiff(answer);
}

async function checkConfig(news: Properties, { name = "mine", env = {}, project = "test" } = {}) {
  const driver = await startPluginDriver({ env });
  const request = new messages.CheckRequest();
  request.setUrn(providerUrn(name, project)).setNews(struct(news));
  const answer = await driver.client.call<messages.CheckResponse>("checkConfig", request);
  await driver.close();
  return {
    inputs: values(answer.getInputs()),
    failures: answer.getFailuresList().map((each) => each.toObject()),
  };
}

describe("the plugin's DiffConfig", () => {
  it("takes the configuration of the dynamic provider for the same", async () => {
    const dynamic = {
      "power-platform:tenantId": tenant(1),
      "power-platform:clientSecret": secret("s3cret"),
      "power-platform:explicit": "true",
      "other:thing": "yes",
      thing: "no",
    };

    const answer = await diffConfig(dynamic, { tenantId: tenant(1), clientSecret: secret("s3cret") });

    expect(answer).to.deep.equal({ diff: {}, replaces: [], changes: "DIFF_NONE" });
  });

  for (const [name, from, to] of [
    ["tenantId", tenant(1), tenant(2)],
    ["cloud", "public", "gcc"],
    ["endpoint", "https://one.example.test", "https://two.example.test"],
  ] as const) {
    it(`replaces with another ${name}`, async () => {
      const answer = await diffConfig({ [name]: from }, { [name]: to });

      expect(answer).to.deep.equal({
        diff: { [name]: "UPDATE_REPLACE input" },
        replaces: [name],
        changes: "DIFF_SOME",
      });
    });
  }

  it("does not replace with another way to the same tenant", async () => {
    const answer = await diffConfig(
      { tenantId: "ABCDEF00-0000-4000-8000-000000000001", cloud: "public", endpoint: "https://a.test" },
      { tenantId: "abcdef00-0000-4000-8000-000000000001", cloud: "gcc", endpoint: "https://b.test" },
    );

    expect(answer).to.deep.equal({
      diff: { cloud: "UPDATE input", endpoint: "UPDATE input" },
      replaces: [],
      changes: "DIFF_SOME",
    });
  });

  it("takes over a rotated secret, and all that only says how to sign in", async () => {
    const answer = await diffConfig(
      { tenantId: tenant(1), clientSecret: secret("old"), clientId: "a", log: "off" },
      { tenantId: tenant(1), clientSecret: secret("new"), clientId: "b", useCli: "true" },
    );

    expect(answer).to.deep.equal({
      diff: {
        clientId: "UPDATE input",
        clientSecret: "UPDATE input",
        useCli: "ADD input",
        log: "DELETE input",
      },
      replaces: [],
      changes: "DIFF_SOME",
    });
  });

  it("does not see a difference in spelling", async () => {
    const answer = await diffConfig(
      { tenantId: "ABCDEF00-0000-4000-8000-000000000001", cloud: "GCC", endpoint: "https://a.test/" },
      { tenantId: "abcdef00-0000-4000-8000-000000000001", cloud: "gcc", endpoint: "https://a.test" },
    );

    expect(answer.changes).to.equal("DIFF_NONE");
  });

  it("does not replace where nobody can say that the tenant is another one", async () => {
    const appeared = await diffConfig({}, { tenantId: tenant(1) });
    const domain = await diffConfig({ tenantId: "contoso.example" }, { tenantId: tenant(1) });
    const known = { tenantId: tenant(2) };
    const overruled = await diffConfig({ tenantId: tenant(1) }, known, {
      name: "default",
      env: { POWER_PLATFORM_TENANT_ID: tenant(3) },
    });

    expect([appeared, domain, overruled].map(({ replaces }) => replaces)).to.deep.equal([[], [], []]);
  });

  it("takes what a preview does not know yet for changed, and not for taken away", async () => {
    const answer = await diffConfig({ tenantId: tenant(1), log: "info" }, { tenantId: unknown });

    expect(answer).to.deep.equal({
      diff: { tenantId: "UPDATE input", log: "DELETE input" },
      replaces: [],
      changes: "DIFF_SOME",
    });
  });

  it("takes arguments that are no text as other SDKs send them", async () => {
    const answer = await diffConfig(
      { useCli: "true", pollTimeout: "60", auxiliaryTenantIds: "a,b" },
      { useCli: true, pollTimeout: 60, auxiliaryTenantIds: '["a","b"]' },
    );

    expect(answer.changes).to.equal("DIFF_NONE");
  });
});

describe("the plugin's CheckConfig", () => {
  it("keeps what it is given, credentials as secrets", async () => {
    const { inputs, failures } = await checkConfig({
      clientSecret: "s3cret",
      clientId: "a",
      version: "1.0.0",
    });

    expect(inputs).to.deep.equal({ clientSecret: secret("s3cret"), clientId: "a", version: "1.0.0" });
    expect(failures).to.deep.equal([]);
  });

  it("says what is wrong with a value and with a name", async () => {
    const { failures } = await checkConfig({ cloud: "moon", tenantid: tenant(1), colour: "red" });

    const reasons = Object.fromEntries(failures.map(({ property, reason }) => [property, reason]));
    expect(reasons).to.have.all.keys("tenantid", "colour", "");
    expect(reasons.tenantid).to.equal("is not an argument of the provider: write tenantId");
    expect(reasons[""]).to.include('cloud "moon" from the provider\'s argument cloud must be one of');
  });

  it("refuses a key of stack configuration that is no setting, and names the nearest", async () => {
    const { failures } = await checkConfig({ client_id: "x", subscriptionId: "y" }, { name: "default" });

    expect(failures.map(({ property }) => property)).to.deep.equal(["client_id", "subscriptionId"]);
    expect(failures[0]!.reason).to.equal(
      "power-platform:client_id is not a setting of the provider: write power-platform:clientId",
    );
    expect(failures[1]!.reason).to.contain("the nearest is power-platform:");
  });

  it("leaves the keys alone that a project of our name has for itself", async () => {
    const { failures } = await checkConfig(
      { subscriptionId: "of the project" },
      { name: "default", project: "power-platform" },
    );

    expect(failures).to.deep.equal([]);
  });

  it("knows the mark of a program's provider", async () => {
    const { failures } = await checkConfig({ explicit: "true", tenantId: tenant(1) });

    expect(failures).to.deep.equal([]);
  });

  it("knows every setting there is", async () => {
    const { failures } = await checkConfig(Object.fromEntries(settingsTable.map(({ name }) => [name, ""])));

    expect(failures).to.deep.equal([]);
  });
});

describe("the plugin's configuration", () => {
  const harness = withEmulator();
  const elsewhere = { "power-platform:tenantId": tenant(9) };

  const scopeOfTenant = (digit: number) => ({
    ...{ principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", principalType: "Group" },
    ...{ roleDefinitionId: "reader", scope: `/tenants/${tenant(digit)}` },
  });

  it("comes from the environment first, then from the stack", async () => {
    const driver = await harness.run({ env: harness.emulator.env(), config: elsewhere });

    const { failures } = await driver.check("RoleAssignment", {}, scopeOfTenant(1));

    expect(failures).to.deep.equal([]);
  });

  it("comes from a program's provider first", async () => {
    const config = { ...elsewhere, "power-platform:explicit": "true" };
    const driver = await harness.run({ env: harness.emulator.env(), config });

    const { failures } = await driver.check("RoleAssignment", {}, scopeOfTenant(1));

    expect(failures.map(({ property }) => property)).to.deep.equal(["scope"]);
  });

  for (const name of ["default", "default_emea", "default_0_1_0", "mine"]) {
    it(`comes from a program's provider first, also where its name is ${name}`, async () => {
      const environment = { POWER_PLATFORM_CLOUD: "mars" };
      const args = { cloud: "gcc", explicit: "true" };

      const marked = await checkConfig(args, { name, env: environment });
      const moved = await diffConfig(
        { ...args, tenantId: tenant(1) },
        { ...args, tenantId: tenant(2) },
        { name, env: { POWER_PLATFORM_TENANT_ID: tenant(3) } },
      );

      expect(marked.failures).to.deep.equal([]);
      expect(moved.replaces).to.deep.equal(["tenantId"]);
    });
  }

  for (const name of ["default", "default_0_1_0", "default_1_2_3_beta_1"]) {
    it(`comes from the environment first for the engine's own ${name}`, async () => {
      const { failures } = await checkConfig({ cloud: "gcc" }, { name, env: { POWER_PLATFORM_CLOUD: "mars" } });

      expect(failures.map(({ reason }) => reason).join()).to.contain('cloud "mars" from POWER_PLATFORM_CLOUD');
    });
  }

  it("comes from a program's provider first where an earlier version has recorded it without a mark", async () => {
    const { failures } = await checkConfig(
      { cloud: "gcc" },
      { name: "default_emea", env: { POWER_PLATFORM_CLOUD: "mars" } },
    );

    expect(failures).to.deep.equal([]);
  });

  it("shows what is missing at the first call, as the dynamic provider does", async () => {
    const driver = await harness.run({ env: { POWER_PLATFORM_CLIENT_ID: tenant(5) } });

    const error = await failure(driver.check("EnvironmentGroup", {}, { displayName: "Sales" }));

    expect(error.message).to.include("clientId from POWER_PLATFORM_CLIENT_ID");
  });
});
