import { expect } from "chai";

import { seeded } from "../../testing/emulator";
import { declared } from "../provider/declared";
import type { DriverError } from "./driver";
import { failure, type Scenario } from "./scenario";

const policy = { ...declared.BillingPolicy, status: "Enabled" };
const groupScope = `/environmentGroups/${seeded.groupId}`;

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

      const updated = await (
        await run()
      ).update("BillingPolicy", id, outputs, { ...policy, status: "Disabled" });

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
      expect(error.initFailure!.reasons.join())
        .to.include('"Provisioning"')
        .and.include("Run `pulumi up` again");
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
    title: "BillingPolicy: a PUT has the name and the status, nothing else",
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create("BillingPolicy", policy);
      emulator.clearRequests();

      await (await run()).update("BillingPolicy", id, outputs, { ...policy, name: "payg-renamed" });

      expect(emulator.writes.map(({ body }) => body)).to.deep.equal([
        { name: "payg-renamed", status: "Enabled" },
      ]);
    },
  },
  {
    title: "EnvironmentGroup: a PUT keeps members that the program does not know",
    play: async ({ emulator, run }) => {
      const group = { displayName: "Sales", description: "old" };
      const { id, outputs } = await (await run()).create("EnvironmentGroup", group);
      emulator.tenant.environmentGroups.update(id, { somethingNew: { kept: true } });

      await (await run()).update("EnvironmentGroup", id, outputs, { ...group, description: "new" });

      expect(emulator.tenant.environmentGroups.get(id)).to.deep.include({
        description: "new",
        somethingNew: { kept: true },
      });
    },
  },
  {
    title: "EnvironmentGroup: a description that the program drops is cleared",
    play: async ({ run }) => {
      const { id, outputs } = await (
        await run()
      ).create("EnvironmentGroup", { displayName: "Sales", description: "x" });
      const news = { displayName: "Sales" };

      const updated = await (await run()).update("EnvironmentGroup", id, outputs, news);

      expect(updated.description ?? "").to.equal("");
      expect(await (await run()).diff("EnvironmentGroup", id, updated, news)).to.include({ changes: false });
    },
  },
  {
    title: "EnvironmentGroup: a refused delete names the environments inside",
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create("EnvironmentGroup", { displayName: "Sales" });
      emulator.tenant.environments.update(seeded.managedEnvironmentId, { environmentGroupId: id });

      const error = await failure((await run()).delete("EnvironmentGroup", id, outputs));

      expect(error.message)
        .to.include("409")
        .and.include("Contoso Production")
        .and.include(seeded.managedEnvironmentId);
      expect(emulator.tenant.environmentGroups.has(id)).to.equal(true);
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
    title:
      "RoleAssignment: a scope that this run has deleted is refused at once, and one in its place is not",
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
    title: "RoleAssignment: a create ends when the assignment is listed, so the next run finds it",
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
    title:
      "RoleAssignment: kept in state before it was listed, it is waited for by the next run and not made twice",
    play: async ({ emulator, run }) => {
      emulator.configure({ propagation: { assignments: { attempts: 4 } } });
      const operationId = "listTenantRoleAssignments";
      // The look for a rival, which may fail, and the look whether it is listed.
      emulator.fault({ kind: "status", status: 403, operationId, nth: 2, times: 2 });
      const error = await failure<DriverError>(
        (await run()).create("RoleAssignment", declared.RoleAssignment),
      );
      const { id, properties } = error.initFailure!;

      const refreshed = await (await run()).read("RoleAssignment", id, properties);
      const answer = await (await run()).diff("RoleAssignment", id, properties, declared.RoleAssignment);

      expect(refreshed.id).to.equal(id);
      expect(answer).to.deep.include({ changes: false, replaces: [] });
    },
  },
  {
    title: "RoleAssignment: the documented answers of the service (201 with a list, 204) are understood",
    play: async ({ emulator, run }) => {
      emulator.configure({ answers: "documented" });
      const { id, outputs } = await (await run()).create("RoleAssignment", declared.RoleAssignment);

      await (await run()).delete("RoleAssignment", id, outputs);

      expect(emulator.writes.map(({ status }) => status)).to.deep.equal([201, 204]);
      expect(emulator.tenant.roleAssignments.list()).to.deep.equal([]);
    },
  },
  {
    title: "RoleAssignment: each scope has its own route and its own listing",
    play: async ({ emulator, run }) => {
      const provider = await run();

      for (const scope of ["tenant", groupScope, `/environments/${seeded.managedEnvironmentId}`]) {
        await provider.create("RoleAssignment", { ...declared.RoleAssignment, scope });
      }

      const bodies = emulator.writes.map(({ path, body }) => [path, (body as { scope: string }).scope]);
      const tenant = `/tenants/${emulator.tenantId}`;
      expect(bodies).to.deep.equal([
        ["/authorization/roleAssignments", tenant],
        [`/authorization${groupScope}/roleAssignments`, `${tenant}${groupScope}`],
        [
          `/authorization/environments/${seeded.managedEnvironmentId}/roleAssignments`,
          `${tenant}/environments/${seeded.managedEnvironmentId}`,
        ],
      ]);
    },
  },
  {
    title: "RoleAssignment: gone together with its group, it is read as gone and its delete is done",
    play: async ({ emulator, run }) => {
      const inputs = { ...declared.RoleAssignment, scope: groupScope };
      const { id, outputs } = await (await run()).create("RoleAssignment", inputs);
      emulator.tenant.environmentGroups.remove(seeded.groupId);
      const provider = await run();

      expect((await provider.read("RoleAssignment", id, outputs)).id).to.equal("");
      await provider.delete("RoleAssignment", id, outputs);
    },
  },
  {
    title: "RoleAssignment: one that ends is another one than the permanent one that is declared",
    play: async ({ emulator, run }) => {
      emulator.tenant.roleAssignments.add({
        principalObjectId: String(declared.RoleAssignment.principalObjectId),
        principalType: "ApplicationUser",
        roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
        scope: `/tenants/${emulator.tenantId}`,
        expiresOn: "2027-01-01T00:00:00Z",
      });

      await (await run()).create("RoleAssignment", declared.RoleAssignment);

      expect(emulator.tenant.roleAssignments.list()).to.have.lengthOf(2);
    },
  },
  {
    title: "RoleAssignment: 200 unchanged ones at one scope cost one listing",
    play: async ({ emulator, run }) => {
      const some = Array.from({ length: 200 }, (_, index) => ({
        ...declared.RoleAssignment,
        principalObjectId: `aaaaaaaa-aaaa-4aaa-8aaa-${String(index).padStart(12, "0")}`,
      }));
      const creator = await run();
      const created = await Promise.all(some.map((inputs) => creator.create("RoleAssignment", inputs)));
      emulator.clearRequests();
      const provider = await run();

      for (const [index, { id, outputs }] of created.entries()) {
        await provider.read("RoleAssignment", id, outputs);
        const answer = await provider.diff("RoleAssignment", id, outputs, some[index]!);
        expect(answer.changes).to.equal(false);
      }

      expect(emulator.requests.map(({ operationId }) => operationId)).to.deep.equal([
        "listTenantRoleAssignments",
      ]);
    },
  },
];
