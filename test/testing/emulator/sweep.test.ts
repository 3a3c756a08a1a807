import { expect } from "chai";
import { seeded } from "../../../testing/emulator";
import { type Namespace, namespaces } from "../../../testing/emulator/contract";
import { contractOf } from "../../../testing/emulator/gateway";
import { operations } from "../../../testing/emulator/operations";
import { sweepEnvironmentManagement } from "./sweeps/environmentManagement";
import { sweepGovernance } from "./sweeps/governance";
import { sweepAllocations, sweepCapacity } from "./sweeps/licensing";
import { billingPolicy, isvContract, roleAssignment, tenantId } from "./bodies";
import type { Answered, Json } from "./harness";
import { withEmulator } from "./harness";

const managed = seeded.managedEnvironmentId;

for (const answers of ["recorded", "documented"] as const) {
  describe(`every implemented operation, as ${answers}`, () => {
    const api = withEmulator({ isv: true, answers, pageSize: 1, provisioning: { operations: 0 } });

    it("answers what the contract says", async () => {
      await sweepAuthorization();
      await sweepEnvironmentManagement(api);
      await sweepLicensing();
      await sweepAllocations(api);
      await sweepCapacity(api);
      await sweepGovernance(api);

      const called = new Set(api.emulator.requests.map(({ operationId }) => operationId));
      expect(Object.keys(operations).filter((operation) => !called.has(operation))).to.deep.equal([]);
      const failed = api.emulator.requests.filter(({ status = 500 }) => status >= 300);
      expect(failed.map(({ operationId, status }) => `${operationId} ${status}`)).to.deep.equal([]);
    });

    async function sweepAuthorization(): Promise<void> {
      await api.get("/authorization/roleDefinitions");
      await api.post("/authorization/listRoleAssignments", {});
      const environment = `/authorization/environments/${managed}`;
      await api.post(`${environment}/listRoleAssignments`, {});
      await api.post(`${environment}/checkPrincipalPermissionForScope`, { Permissions: [] });
      const places = [
        ["/authorization", `/tenants/${tenantId}`],
        [
          `/authorization/environmentGroups/${seeded.groupId}`,
          `/tenants/${tenantId}/environmentGroups/${seeded.groupId}`,
        ],
        [environment, `/tenants/${tenantId}/environments/${managed}`],
      ];
      for (const [path, scope] of places) {
        const created = await api.post(`${path}/roleAssignments`, roleAssignment(scope));
        await api.get(`${path}/roleAssignments`);
        const { roleAssignmentId } = (created.body.value as Json[] | undefined)?.[0] ?? created.body;
        await api.delete(`${path}/roleAssignments/${String(roleAssignmentId)}`);
      }
    }

    async function sweepLicensing(): Promise<void> {
      const policy = await crud("/licensing/billingPolicies", billingPolicy(), { status: "Disabled" });
      await api.post(`${policy}/refreshProvisioningStatus`);
      await api.post(`${policy}/environments/add`, { environmentIds: [managed] });
      await api.get(`${policy}/environments`);
      await api.get(`${policy}/environments/${managed}`);
      await api.get(`/licensing/environments/${managed}/billingPolicy`);
      await api.post(`${policy}/environments/remove`, { environmentIds: [managed] });
      await api.delete(policy);
      await api.delete(await crud("/licensing/isvContracts", isvContract(), { status: "Disabled" }));
    }

    async function crud(list: string, body: object, change: object): Promise<string> {
      const created: Answered = await api.post(list, body);
      const path = `${list}/${String(created.body.id)}`;
      await api.get(list);
      await api.get(path);
      await api.put(path, change);
      return path;
    }
  });
}

describe("the operations of the emulator", () => {
  it("all exist in the contract", async () => {
    const contracts = await Promise.all((Object.keys(namespaces) as Namespace[]).map(contractOf));

    const known = contracts.flatMap((contract) => contract.operations.map(({ operationId }) => operationId));

    expect(known).to.include.members(Object.keys(operations));
  });
});
