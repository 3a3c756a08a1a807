import { expect } from "chai";

import { declared } from "../kinds";
import type { DriverError } from "./driver";
import { failure, type Scenario } from "./scenario";

const policy = { ...declared.BillingPolicy, status: "Enabled" };

/** What the service does later, or only then. */
export const waitingScenarios: readonly Scenario[] = [
  {
    title: "BillingPolicy: a create ends when provisioning has ended",
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { billingPolicyCreate: 3 } });

      const { outputs } = await (await run()).create("BillingPolicy", policy);

      expect(outputs).to.include({ status: "Enabled" });
    },
  },
  {
    title: "BillingPolicy: an update ends when provisioning has ended",
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create("BillingPolicy", policy);
      emulator.configure({ provisioning: { billingPolicyUpdate: 2 } });

      const updated = await (await run()).update("BillingPolicy", id, outputs, { ...policy, status: "Disabled" });

      expect(updated).to.include({ status: "Disabled" });
      expect(emulator.writes.filter(({ method }) => method === "PUT")).to.have.lengthOf(1);
    },
  },
  {
    title: "BillingPolicy: not provisioned in time, it is kept in state and finished by the next up",
    play: async ({ emulator, run }) => {
      emulator.configure({ provisioning: { billingPolicyCreate: "untilTold" } });

      const error = await failure<DriverError>(
        (await run()).create("BillingPolicy", { ...policy, timeouts: { create: "20s" } }),
      );

      const [only] = emulator.tenant.billingPolicies.list();
      expect(error.initFailure).to.deep.include({ id: only!.id });
      expect(error.initFailure!.properties).to.include({ status: "Provisioning" });
      expect(error.initFailure!.reasons.join()).to.include('"Provisioning"').and.include("Run `pulumi up` again");
      emulator.tenant.billingPolicies.update(only!.id, { status: "Enabled" });
      emulator.clearRequests();
      const { id, properties } = error.initFailure!;
      const updated = await (await run()).update("BillingPolicy", id, properties, policy);
      expect(updated).to.include({ status: "Enabled" });
      expect(emulator.writes).to.deep.equal([]);
    },
  },
  {
    title: "BillingPolicy: still provisioning, it is no equal, so that the repair stays alive",
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create("BillingPolicy", policy);
      emulator.tenant.billingPolicies.update(id, { status: "Provisioning" });

      expect(await (await run()).diff("BillingPolicy", id, outputs, policy)).to.deep.include({
        changes: true,
        replaces: [],
      });
    },
  },
  {
    title: "RoleAssignment: a scope that has not propagated is waited for",
    play: async ({ emulator, run }) => {
      emulator.configure({ propagation: { scopes: { attempts: 3 } } });
      const group = await (await run()).create("EnvironmentGroup", { displayName: "Sales" });
      const scope = `/environmentGroups/${group.id}`;

      const { id } = await (await run()).create("RoleAssignment", { ...declared.RoleAssignment, scope });

      expect(id).to.match(new RegExp(`^${scope}/roleAssignments/`));
      expect(emulator.tenant.roleAssignments.list()).to.have.lengthOf(1);
    },
  },
  {
    title: "RoleAssignment: a scope that this run has deleted is refused at once, and one in its place is not",
    play: async ({ emulator, run }) => {
      const group = await (await run()).create("EnvironmentGroup", { displayName: "Sales" });
      const scope = `/environmentGroups/${group.id.toUpperCase()}`;
      const replacing = await run();
      await replacing.delete("EnvironmentGroup", group.id, group.outputs);
      const { id } = await replacing.create("EnvironmentGroup", { displayName: "Sales" });
      emulator.clearRequests();

      const error = await failure(replacing.create("RoleAssignment", { ...declared.RoleAssignment, scope }));

      expect(error.message)
        .to.include(`this run has deleted the EnvironmentGroup ${group.id}`)
        .and.include("Run `pulumi up` again without them.");
      expect(emulator.writes).to.deep.equal([]);
      await replacing.create("RoleAssignment", {
        ...declared.RoleAssignment,
        scope: `/environmentGroups/${id}`,
      });
      expect(emulator.tenant.roleAssignments.list()).to.have.lengthOf(1);
    },
  },
  {
    title: "RoleAssignment: a principal that is not visible yet is waited for",
    play: async ({ emulator, run }) => {
      emulator.configure({ propagation: { principals: { attempts: 2 } } });

      await (await run()).create("RoleAssignment", declared.RoleAssignment);

      expect(emulator.tenant.roleAssignments.list()).to.have.lengthOf(1);
    },
  },
  {
    title: "RoleAssignment: a principal that never shows up is an error after a while",
    play: async ({ emulator, run }) => {
      emulator.configure({ knownPrincipals: [] });

      const error = await failure((await run()).create("RoleAssignment", declared.RoleAssignment));

      expect(error.message).to.include("does not exist").and.include("PrincipalDoesNotExist");
      expect(emulator.tenant.roleAssignments.list()).to.deep.equal([]);
    },
  },
  {
    title: "RoleAssignment: an assignment that no list shows yet is found by the next run",
    play: async ({ emulator, run }) => {
      emulator.configure({ propagation: { assignments: { attempts: 3 } } });

      const { id, outputs } = await (await run()).create("RoleAssignment", declared.RoleAssignment);

      expect(await (await run()).diff("RoleAssignment", id, outputs, declared.RoleAssignment)).to.include({
        changes: false,
      });
      expect(emulator.tenant.roleAssignments.list()).to.have.lengthOf(1);
    },
  },
  {
    title: "RoleAssignment: not listed yet, it is waited for by the next run and not made twice",
    play: async ({ emulator, run }) => {
      emulator.configure({ propagation: { assignments: { attempts: 4 } } });
      const { id, outputs } = await (await run()).create("RoleAssignment", declared.RoleAssignment);
      const next = await run();

      const refreshed = await next.read("RoleAssignment", id, outputs);
      const answer = await (await run()).diff("RoleAssignment", id, outputs, declared.RoleAssignment);

      expect(refreshed.id).to.equal(id);
      expect(answer).to.deep.include({ changes: false, replaces: [] });
      expect(emulator.tenant.roleAssignments.list()).to.have.lengthOf(1);
    },
  },
];
