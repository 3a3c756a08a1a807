import { expect } from "chai";

import { seeded } from "../../testing/emulator";
import { declared } from "../kinds";
import { failure, type Scenario } from "./scenario";

const policy = { ...declared.BillingPolicy, status: "Enabled" };
const groupScope = `/environmentGroups/${seeded.groupId}`;

/** What only one kind has. */
export const particularScenarios: readonly Scenario[] = [
  {
    title: "BillingPolicy: a PUT has the name and the status, nothing else",
    play: async ({ emulator, run }) => {
      const { id, outputs } = await (await run()).create("BillingPolicy", policy);
      emulator.clearRequests();

      await (await run()).update("BillingPolicy", id, outputs, { ...policy, name: "payg-renamed" });

      expect(emulator.writes.map(({ body }) => body)).to.deep.equal([{ name: "payg-renamed", status: "Enabled" }]);
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

      expect(emulator.requests.map(({ operationId }) => operationId)).to.deep.equal(["listTenantRoleAssignments"]);
    },
  },
];
