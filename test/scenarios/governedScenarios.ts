import { expect } from "chai";

import { type Emulator, seeded } from "pulumi-power-platform-testing";
import { failure, type Scenario } from "./scenario";

const { groupId, managedEnvironmentId: environmentId, sandboxEnvironmentId } = seeded;
const otherGroupId = "dddddddd-dddd-4ddd-8ddd-ddddddddddd2";
const policyId = "5d1e0000-0000-4000-8000-000000000001";
const otherPolicyId = "5d1e0000-0000-4000-8000-000000000002";
const billingInstrument = { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-power" };

const addGroup = ({ tenant }: Emulator): unknown =>
  tenant.environmentGroups.add({ id: otherGroupId, displayName: "Sales" });

const addPolicy = ({ tenant }: Emulator, id: string, location = "unitedstates"): unknown =>
  tenant.billingPolicies.add({ id, name: `payg-${id.slice(-1)}`, location, status: "Enabled", billingInstrument });

const groupNow = ({ tenant }: Emulator): unknown => tenant.environments.get(environmentId)!.environmentGroupId;

const operations = ({ writes }: Emulator): readonly unknown[] => writes.map(({ operationId }) => operationId);

/** What is said about memberships, billing links and policies before anything is written. */
export const governedScenarios: readonly Scenario[] = [
  {
    title: "a group refuses an environment that is not managed, and check says so before",
    play: async ({ emulator, run }) => {
      const inputs = { environmentGroupId: groupId, environmentId: sandboxEnvironmentId };

      const { failures } = await (await run()).check("EnvironmentGroupMembership", {}, inputs);
      const error = await failure((await run()).create("EnvironmentGroupMembership", inputs));

      expect(failures.map(({ property }) => property)).to.deep.equal(["environmentId"]);
      expect(failures[0]!.reason).to.include(`Environment with id ${sandboxEnvironmentId} is not managed.`);
      expect(error.message).to.include("nothing was sent").and.include("is not managed.");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: "an environment that the program makes managed is accepted by check",
    play: async ({ run }) => {
      const provider = await run();
      await provider.check("ManagedEnvironment", {}, { environmentId: sandboxEnvironmentId });

      const inputs = { environmentGroupId: groupId, environmentId: sandboxEnvironmentId };
      const { failures } = await provider.check("EnvironmentGroupMembership", {}, inputs);

      expect(failures).to.deep.equal([]);
    },
  },
  {
    title: "an environment that the program leaves unmanaged is refused, and check names the resource",
    play: async ({ run }) => {
      const provider = await run();
      await provider.check("ManagedEnvironment", {}, { environmentId, enabled: false });

      const inputs = { environmentGroupId: groupId, environmentId };
      const { failures } = await provider.check("EnvironmentGroupMembership", {}, inputs);

      expect(failures[0]!.reason).to.include("enabled: false");
    },
  },
  ...[
    {
      kind: "EnvironmentGroupMembership",
      one: { environmentGroupId: groupId, environmentId },
      two: { environmentGroupId: otherGroupId, environmentId: environmentId.toUpperCase() },
    },
    {
      kind: "BillingPolicyEnvironment",
      one: { billingPolicyId: policyId, environmentId },
      two: { billingPolicyId: otherPolicyId, environmentId },
    },
    {
      kind: "RuleBasedPolicyAssignment",
      one: { policyId, environmentGroupId: groupId },
      two: { policyId: otherPolicyId, environmentGroupId: groupId },
    },
  ].map(({ kind, one, two }): Scenario => ({
    title: `${kind}: a second resource for what can be in one only is found by check`,
    play: async ({ run }) => {
      const provider = await run();
      const first = await provider.check(kind, {}, one);

      const { failures } = await provider.check(kind, {}, two);

      expect(first.failures).to.deep.equal([]);
      expect(failures).to.have.lengthOf(1);
      expect(failures[0]!.reason).to.include("another resource of this program has it").and.include(kind);
    },
  })),
  {
    title: "an environment in another group is refused, and moved where the program asks for it: removed, then added",
    play: async ({ emulator, run }) => {
      addGroup(emulator);
      emulator.tenant.environments.update(environmentId, { environmentGroupId: otherGroupId });
      const inputs = { environmentGroupId: groupId, environmentId };

      const { failures } = await (await run()).check("EnvironmentGroupMembership", {}, inputs);
      const error = await failure((await run()).create("EnvironmentGroupMembership", inputs));
      expect(emulator.writes).to.deep.equal([]);
      await (await run()).create("EnvironmentGroupMembership", { ...inputs, adopt: true });

      expect(failures[0]).to.include({ property: "environmentId" });
      expect(failures[0]!.reason)
        .to.include(`${otherGroupId}/${environmentId}`)
        .and.include("`adopt: true` on the resource, and declare it nowhere else");
      expect(error.message).to.include("nothing was sent");
      expect(operations(emulator)).to.deep.equal(["removeEnvironmentFromGroup", "addEnvironmentToGroup"]);
      expect(groupNow(emulator)).to.equal(groupId);
    },
  },
  {
    title: "a membership that somebody has moved to another group is moved back",
    play: async ({ emulator, run }) => {
      addGroup(emulator);
      const kind = "EnvironmentGroupMembership";
      const inputs = { environmentGroupId: groupId, environmentId };
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.tenant.environments.update(environmentId, { environmentGroupId: otherGroupId });
      const provider = await run();
      await provider.check(kind, outputs, inputs);

      const answer = await provider.diff(kind, id, outputs, inputs);
      await provider.delete(kind, id, outputs);
      await provider.create(kind, inputs);

      expect(answer).to.deep.include({ changes: true, replaces: ["id"], deleteBeforeReplace: true });
      expect(groupNow(emulator)).to.equal(groupId);
    },
  },
  {
    title: "a replacement by another group passes check, and its refusal is said before the old membership is removed",
    play: async ({ emulator, run }) => {
      addGroup(emulator);
      const kind = "EnvironmentGroupMembership";
      const inputs = { environmentGroupId: groupId, environmentId };
      const { id, outputs } = await (await run()).create(kind, inputs);
      const moved = { ...inputs, environmentGroupId: otherGroupId };
      const provider = await run();
      await provider.check(kind, outputs, moved);
      await provider.diff(kind, id, outputs, moved);

      const { failures } = await provider.check(kind, {}, moved);
      const unmanaged = { ...moved, environmentId: sandboxEnvironmentId };
      const error = await failure((await run()).diff(kind, id, outputs, unmanaged));

      expect(failures).to.deep.equal([]);
      expect(error.message).to.include("is not managed.");
      expect(groupNow(emulator)).to.equal(groupId);
    },
  },
  {
    title: "an operation that the service does not know is no success: the membership is in state and unfinished",
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { operations: 50 } });
      emulator.fault({ kind: "status", status: 204, operationId: "getEnvironmentGroupOperation", times: "always" });

      const error = await failure<Error & { initFailure?: { id: string } }>(
        (await run()).create("EnvironmentGroupMembership", { environmentGroupId: groupId, environmentId }),
      );

      expect(error.initFailure?.id).to.equal(`${groupId}/${environmentId}`);
    },
  },
  {
    title: "a billing policy in another geography is refused by check",
    play: async ({ emulator, run }) => {
      addPolicy(emulator, policyId, "europe");

      const { failures } = await (
        await run()
      ).check("BillingPolicyEnvironment", {}, { billingPolicyId: policyId, environmentId });

      expect(failures[0]!.reason).to.include("the policy is in europe and the environment in unitedstates");
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: "an environment under another billing policy is refused by check, and moved with adopt",
    play: async ({ emulator, run }) => {
      addPolicy(emulator, policyId);
      addPolicy(emulator, otherPolicyId);
      emulator.tenant.billingPolicyEnvironments.add({ billingPolicyId: otherPolicyId, environmentId });
      const inputs = { billingPolicyId: policyId, environmentId };

      const { failures } = await (await run()).check("BillingPolicyEnvironment", {}, inputs);
      const error = await failure((await run()).create("BillingPolicyEnvironment", inputs));
      const { id } = await (await run()).create("BillingPolicyEnvironment", { ...inputs, adopt: true });

      expect(failures[0]!.reason).to.include(`${otherPolicyId}/${environmentId}`).and.include("`adopt: true`");
      expect(error.message).to.include("nothing was sent");
      const links = emulator.tenant.billingPolicyEnvironments.list();
      expect(links.map((link) => `${link.billingPolicyId}/${link.environmentId}`)).to.deep.equal([id]);
    },
  },
  {
    title: "a rule that the program leaves out is removed first, and an empty connector list is warned of",
    play: async ({ emulator, run }) => {
      const kind = "RuleBasedPolicy";
      const inputs = {
        name: "Finance",
        ruleSets: { ReleaseChannel: { ReleaseChannel: 2 }, CodeAppsFeature: { PowerApps_AllowCodeApps: true } },
      };
      const { id, outputs } = await (await run()).create(kind, inputs);
      emulator.clearRequests();
      const changed = { name: "Finance", ruleSets: { ConnectorManagement: { AllowedConnectorList: [] } } };
      const provider = await run();

      const { failures } = await provider.check(kind, outputs, changed);
      await provider.update(kind, id, outputs, changed);

      expect(failures).to.deep.equal([]);
      expect(provider.warnings.join()).to.include("blocks every connector");
      expect(operations(emulator)).to.deep.equal(["removeRuleFromRuleBasedPolicy", "replaceRuleBasedPolicy"]);
      const [policy] = emulator.tenant.ruleBasedPolicies.list();
      expect(policy!.ruleSets!.map((ruleSet) => [ruleSet.id, ruleSet.version])).to.deep.equal([
        ["ConnectorManagement", "1.0"],
      ]);
    },
  },
  {
    title: "inputs of a known rule have its types, and others take anything",
    play: async ({ run }) => {
      const ruleSets = { ReleaseChannel: { ReleaseChannel: "2" }, Unknown: { anything: [1, "two", { three: true }] } };

      const { failures } = await (await run()).check("RuleBasedPolicy", {}, { name: "Finance", ruleSets });

      expect(failures).to.deep.equal([
        { property: "ruleSets.ReleaseChannel.ReleaseChannel", reason: "must be a whole number" },
      ]);
    },
  },
  {
    title: "values that come back as text are equal, and an update sends them typed",
    play: async ({ emulator, run }) => {
      emulator.configure({ ruleValues: "strings" });
      const kind = "RuleBasedPolicy";
      const inputs = { name: "Finance", ruleSets: { CodeAppsFeature: { PowerApps_AllowCodeApps: false } } };
      const { id, outputs } = await (await run()).create(kind, inputs);

      const same = await (await run()).diff(kind, id, outputs, inputs);
      await (await run()).update(kind, id, outputs, { ...inputs, name: "Sales" });

      expect(same.changes).to.equal(false);
      expect(emulator.tenant.ruleBasedPolicies.list()[0]!.ruleSets![0]!.inputs).to.deep.equal({
        PowerApps_AllowCodeApps: false,
      });
    },
  },
  {
    title: "an assignment to an environment that the API does not remove is left with a warning",
    play: async ({ emulator, run }) => {
      const { id: ruleId } = emulator.tenant.ruleBasedPolicies.add({ name: "Finance" });
      const kind = "RuleBasedPolicyAssignment";
      const { id, outputs } = await (await run()).create(kind, { policyId: ruleId, environmentId });
      const provider = await run();

      await provider.delete(kind, id, outputs);

      expect(id).to.equal(`${ruleId}/environments/${environmentId}`);
      expect(provider.warnings.join()).to.include("is left as it is").and.include("which it still governs");
      expect(emulator.tenant.ruleAssignments.list()).to.have.lengthOf(1);
    },
  },
];
