import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

import { Emulator, type OperationResult } from "pulumi-power-platform-testing";
import { exampleInProcess } from "./exampleInProcess";

const program = join(__dirname, "../../../examples/governed-tenant");

/** What somebody changes in one object of the example, for each kind. */
interface Drift {
  /** Leaves the tenant other than the program declares it. */
  readonly meddle: () => void;
  /** Line of the preview that names it, the live value first. */
  readonly shown: string;
  /** What the program declares of the object, as it is in the tenant. */
  readonly live: () => unknown;
}

function driftsIn({ tenant }: Emulator): Readonly<Record<string, Drift>> {
  const named = <T extends { readonly displayName?: unknown }>(list: readonly T[], name: string): T =>
    list.find(({ displayName }) => displayName === name)!;
  const group = () => named(tenant.environmentGroups.list(), "Sales");
  const policy = () => tenant.billingPolicies.list()[0]!;
  const development = () => named(tenant.environments.list(), "Sales Development");
  const production = () => named(tenant.environments.list(), "Sales Production");
  const credits = () => tenant.currencyAllocations.list().find((each) => each.environmentId === production().id)!;
  const rules = () => tenant.ruleBasedPolicies.list()[0]!;
  const links = () => tenant.billingPolicyEnvironments.list();
  const auditors = () =>
    tenant.roleAssignments.list().find(({ principalObjectId }) => principalObjectId.endsWith("aaab"));
  return {
    EnvironmentGroup: {
      meddle: () => tenant.environmentGroups.update(group().id, { description: "Changed by hand" }),
      shown: '~ description: "Changed by hand" => "Environments of the sales department"',
      live: () => group().description,
    },
    BillingPolicy: {
      meddle: () => tenant.billingPolicies.update(policy().id, { status: "Disabled" }),
      shown: '~ status: "Disabled" => "Enabled"',
      live: () => policy().status,
    },
    Environment: {
      meddle: () => tenant.environments.update(development().id, { type: "Production" }),
      shown: '~ environmentSku: "Production" => "Sandbox"',
      live: () => development().type,
    },
    ManagedEnvironment: {
      meddle: () => tenant.environments.update(development().id, { protectionLevel: "Basic" }),
      shown: "~ enabled: false => true",
      live: () => development().protectionLevel,
    },
    EnvironmentGroupMembership: {
      meddle: () => tenant.environments.update(production().id, { environmentGroupId: null }),
      shown: "+ pulumi-nodejs:dynamic/power-platform:EnvironmentGroupMembership sales-prod-group create",
      live: () => production().environmentGroupId,
    },
    BillingPolicyEnvironment: {
      meddle: () => tenant.billingPolicyEnvironments.remove(`${policy().id}/${development().id}`),
      shown: "+ pulumi-nodejs:dynamic/power-platform:BillingPolicyEnvironment sales-dev-billing create",
      live: () => links().filter(({ environmentId }) => environmentId === development().id),
    },
    RuleBasedPolicy: {
      meddle: () =>
        tenant.ruleBasedPolicies.update(rules().id, {
          ruleSets: [{ id: "ReleaseChannel", version: "1.0", inputs: { ReleaseChannel: 1 } }],
        }),
      shown: "~ ruleSets.ReleaseChannel.ReleaseChannel: 1 => 2",
      live: () => rules().ruleSets?.map(({ inputs }) => inputs),
    },
    RuleBasedPolicyAssignment: {
      meddle: () => tenant.ruleAssignments.remove(`${rules().id}/EnvironmentGroup/${group().id}`),
      shown: "+ pulumi-nodejs:dynamic/power-platform:RuleBasedPolicyAssignment sales create",
      live: () => tenant.ruleAssignments.list().map(({ resourceId }) => resourceId),
    },
    RoleAssignment: {
      meddle: () => tenant.roleAssignments.remove(auditors()!.roleAssignmentId),
      shown: "+ pulumi-nodejs:dynamic/power-platform:RoleAssignment auditors create",
      live: () => auditors()?.roleDefinitionId,
    },
    CurrencyAllocation: {
      meddle: () => tenant.currencyAllocations.update(`${production().id}/MCSMessages`, { allocated: 1_000 }),
      shown: "~ allocated: 1000 => 5000",
      live: () => credits().allocated,
    },
  };
}

/** The lines after the refresh that say what would be done, without ids. */
const planOf = ({ text }: OperationResult): string[] =>
  text
    .slice(text.indexOf(" = pulumi:pulumi:Stack"))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" = "))
    .map((line) => line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…"));

/** Lines about properties. */
const propertiesIn = ({ text }: OperationResult): string[] => text.match(/^ {6}.*$/gm) ?? [];

const pasted = (): string[] => {
  const [, block = ""] = readFileSync(join(program, "README.md"), "utf8").split("```\n");
  return block.split("\n").filter((line) => line !== "");
};

describe("the example of a governed tenant", function () {
  this.timeout(120_000);
  let emulator: Emulator;

  before(async () => (emulator = await Emulator.start()));
  after(() => emulator.close());

  it("is made in one up, shows and repairs a drift of each kind, and is deleted with nothing left", async () => {
    const before = emulator.snapshot();
    const stack = await exampleInProcess(program, { env: emulator.env() });
    const drifts = Object.entries(driftsIn(emulator));
    const live = () => Object.fromEntries(drifts.map(([kind, each]) => [kind, each.live()]));

    await stack.up();
    const types = stack.exportState().deployment.resources?.map(({ type }) => type) ?? [];
    const kinds = types.filter((type) => type.startsWith("pulumi-nodejs:")).map((type) => type.split(":").at(-1));
    expect(drifts.map(([kind]) => kind)).to.have.members([...new Set(kinds)]);
    const declared = live();
    const quiet = await stack.preview();
    for (const [, { meddle }] of drifts) meddle();
    emulator.clearRequests();
    const preview = await stack.preview();

    expect(quiet.changes).to.have.all.keys("same");
    expect(propertiesIn(quiet), "properties of an unchanged preview").to.deep.equal([]);
    expect(emulator.writes).to.deep.equal([]);
    for (const [kind, { shown, live: now }] of drifts) {
      expect(now(), kind).to.not.deep.equal(declared[kind]);
      expect(preview.text, kind).to.include(shown);
    }
    // Objects that do not depend on each other may come in another order.
    expect(planOf(preview)).to.have.members(pasted());

    await stack.up();
    expect(live()).to.deep.equal(declared);
    expect((await stack.preview()).changes).to.have.all.keys("same");

    await stack.destroy();
    // The service keeps a deleted environment for a week, and the history of operations.
    expect({ ...emulator.snapshot(), deletedEnvironments: [], operations: [] }).to.deep.equal(before);
    expect(emulator.contractViolations).to.deep.equal([]);
  });
});
