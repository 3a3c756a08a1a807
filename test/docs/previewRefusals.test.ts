import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

import { Emulator, seeded } from "../../testing/emulator";
import { startCoreDriver } from "../scenarios/coreDriver";
import type { ProviderDriver, Properties } from "../scenarios/driver";
import { failure } from "../scenarios/scenario";

const page = readFileSync(join(__dirname, "../../../docs/governed-environments.md"), "utf8");
const { groupId: environmentGroupId, managedEnvironmentId: environmentId, sandboxEnvironmentId } = seeded;
const otherGroupId = "dddddddd-dddd-4ddd-8ddd-ddddddddddd2";
const billingPolicyId = "5d1e0000-0000-4000-8000-000000000001";
const defaultEnvironmentId = "Default-00000000-0000-4000-8000-000000000001";
const sales = { displayName: "Sales", environmentSku: "Sandbox", location: "europe" };

const checked: readonly { kind: string; inputs: Properties; arrange?: (emulator: Emulator) => unknown }[] = [
  {
    kind: "Environment",
    inputs: { ...sales, databaseType: "CommonDataService", linkedEnvironmentMetadata: { baseLanguageCode: 1033 } },
  },
  {
    kind: "Environment",
    inputs: { displayName: "Contoso (default)", environmentSku: "Default", location: "europe", adopt: true },
  },
  { kind: "ManagedEnvironment", inputs: { environmentId: defaultEnvironmentId } },
  { kind: "EnvironmentGroupMembership", inputs: { environmentGroupId, environmentId: sandboxEnvironmentId } },
  {
    kind: "EnvironmentGroupMembership",
    inputs: { environmentGroupId, environmentId },
    arrange: ({ tenant }) => tenant.environments.update(environmentId, { environmentGroupId: otherGroupId }),
  },
  {
    kind: "BillingPolicyEnvironment",
    inputs: { billingPolicyId, environmentId },
    arrange: ({ tenant }) =>
      tenant.billingPolicies.add({
        ...{ id: billingPolicyId, name: "payg", location: "europe", status: "Enabled" },
        billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg" },
      }),
  },
  { kind: "CurrencyAllocation", inputs: { environmentId, currencyType: "MCSMessages", allocated: 100 } },
];

describe("what a preview refuses, in docs/governed-environments.md", () => {
  let emulator: Emulator;
  let provider: ProviderDriver;

  before(async () => (emulator = await Emulator.start()));

  beforeEach(async () => (provider = await startCoreDriver({ env: emulator.env() })));

  afterEach(async () => {
    await provider.close();
    emulator.reset();
  });

  after(() => emulator.close());

  /** The page has every line of the message. */
  const expectOnPage = (message: string): void => {
    for (const line of message.split("\n")) expect(page).to.include(line.trimEnd());
  };

  for (const { kind, inputs, arrange } of checked) {
    it(`has what check says of ${kind} ${JSON.stringify(inputs)}`, async () => {
      arrange?.(emulator);

      const { failures } = await provider.check(kind, {}, inputs);

      expect(failures).to.have.lengthOf(1);
      for (const { property, reason } of failures) {
        expect(page).to.match(new RegExp(`property ${property} value \\{[^}]*\\} has a problem: `));
        expect(page).to.include(`has a problem: ${reason}\n`);
      }
    });
  }

  it("has what check says of a second resource for an environment", async () => {
    const kind = "EnvironmentGroupMembership";
    await provider.check(kind, {}, { environmentGroupId: otherGroupId, environmentId });

    const { failures } = await provider.check(kind, {}, { environmentGroupId, environmentId });

    expect(failures.map(({ reason }) => page.includes(`has a problem: ${reason}\n`))).to.deep.equal([true]);
  });

  it("has what diff says of a change that the API cannot make, and delete without allowDelete", async () => {
    const { id, outputs } = await provider.create("Environment", sales);

    const changed = await failure(provider.diff("Environment", id, outputs, { ...sales, displayName: "Sales EMEA" }));
    const next = await startCoreDriver({ env: emulator.env() });
    const deleted = await failure(next.delete("Environment", id, outputs));

    expectOnPage(changed.message);
    expectOnPage(deleted.message);
  });

  it("has what diff says of a Managed Environment that is in a group", async () => {
    const inputs = { environmentId, enabled: true };
    const { id, outputs } = await provider.create("ManagedEnvironment", inputs);
    emulator.tenant.environments.update(environmentId, { environmentGroupId });
    const next = await startCoreDriver({ env: emulator.env() });

    const error = await failure(next.diff("ManagedEnvironment", id, outputs, { ...inputs, enabled: false }));

    expectOnPage(error.message);
  });

  it("has the warning of an empty list of connectors", async () => {
    const ruleSets = { ConnectorManagement: { AllowedConnectorList: [] } };

    await provider.check("RuleBasedPolicy", {}, { name: "Finance", ruleSets });

    expect(provider.warnings).to.have.lengthOf(1);
    expectOnPage(provider.warnings.join("\n"));
  });

  it("has the warning of what the API cannot change back", async () => {
    const { id, outputs } = await provider.create("Environment", sales);
    emulator.tenant.environments.update(id, { displayName: "by hand" });
    const next = await startCoreDriver({ env: emulator.env() });

    const { changes } = await next.diff("Environment", id, outputs, sales);

    expect(changes).to.equal(false);
    expect(next.warnings).to.have.lengthOf(1);
    expectOnPage(next.warnings.join("\n").replace(id, "65735503-95bb-4bff-b073-084b37c4e544"));
  });
});
