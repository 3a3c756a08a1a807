import type { Kind } from "../../provider/resources";
import type { Emulator } from "../../testing/emulator";
import { declared } from "../provider/declared";
import type { Properties } from "./driver";

/** What the scenarios that hold for every kind need to know of one. */
export interface KindCase {
  readonly kind: Kind;
  readonly inputs: Properties;
  /** The tenant's objects of this kind. */
  readonly live: (emulator: Emulator) => { readonly id: string; readonly entity: Properties }[];
  /** Makes an object with the same natural key behind the program's back; its id. */
  readonly plant: (emulator: Emulator) => string;
  readonly remove: (emulator: Emulator, id: string) => void;
  /** operationIds of the contract. */
  readonly createOperation: string;
  readonly listOperation: string;
  readonly deleteOperation: string;
  /** A change that is made in place; absent where everything replaces. */
  readonly change?: { readonly inputs: Properties; readonly path: string; readonly updateOperation: string };
  /** Changes that need a new object, by path. */
  readonly replacing: Readonly<Record<string, Properties>>;
  /** The same in other spellings. */
  readonly respelled: Properties;
}

const instrument = (change: Properties): Properties => ({
  billingInstrument: { ...(declared.BillingPolicy.billingInstrument as Properties), ...change },
});

const roleAssignment: KindCase = {
  kind: "RoleAssignment",
  inputs: { ...declared.RoleAssignment },
  live: ({ tenant }) =>
    tenant.roleAssignments.list().map((entity) => ({ id: entity.roleAssignmentId, entity })),
  plant: ({ tenant }) =>
    tenant.roleAssignments.add({
      principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
      principalType: "ApplicationUser",
      roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
      scope: `/tenants/${tenant.id}`,
    }).roleAssignmentId,
  remove: ({ tenant }, id) => tenant.roleAssignments.remove(id),
  createOperation: "createTenantRoleAssignment",
  listOperation: "listTenantRoleAssignments",
  deleteOperation: "deleteTenantRoleAssignment",
  replacing: {
    principalObjectId: { principalObjectId: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb" },
    principalType: { principalType: "Group" },
    roleDefinitionId: { roleDefinitionId: "owner" },
    scope: { scope: "/environmentGroups/dddddddd-dddd-4ddd-8ddd-dddddddddddd" },
  },
  respelled: {
    principalObjectId: "AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA",
    principalType: "applicationuser",
    roleDefinitionId: "C886AD2E-27F7-4874-8381-5849B8D8A090",
    scope: "/Tenants/00000000-0000-4000-8000-000000000001/",
  },
};

const environmentGroup: KindCase = {
  kind: "EnvironmentGroup",
  inputs: { ...declared.EnvironmentGroup, displayName: "Sales" },
  live: ({ tenant }) =>
    tenant.environmentGroups
      .list()
      .filter(({ displayName }) => displayName !== "Finance")
      .map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) => tenant.environmentGroups.add({ displayName: "Sales", description: "by hand" }).id,
  remove: ({ tenant }, id) => tenant.environmentGroups.remove(id),
  createOperation: "createEnvironmentGroup",
  listOperation: "listEnvironmentGroups",
  deleteOperation: "deleteEnvironmentGroup",
  change: {
    inputs: { description: "Environments of the sales department" },
    path: "description",
    updateOperation: "updateEnvironmentGroup",
  },
  replacing: {},
  respelled: {},
};

const billingPolicy: KindCase = {
  kind: "BillingPolicy",
  inputs: { ...declared.BillingPolicy, status: "Enabled" },
  live: ({ tenant }) => tenant.billingPolicies.list().map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) =>
    tenant.billingPolicies.add({ ...(declared.BillingPolicy as object), status: "Disabled" }).id,
  remove: ({ tenant }, id) => tenant.billingPolicies.remove(id),
  createOperation: "createBillingPolicy",
  listOperation: "listBillingPolicies",
  deleteOperation: "deleteBillingPolicy",
  change: { inputs: { status: "Disabled" }, path: "status", updateOperation: "updateBillingPolicy" },
  replacing: {
    location: { location: "unitedstates" },
    "billingInstrument.subscriptionId": instrument({
      subscriptionId: "33333333-3333-4333-8333-333333333333",
    }),
    "billingInstrument.resourceGroup": instrument({ resourceGroup: "rg-other" }),
  },
  respelled: { location: "Europe", status: "enabled", ...instrument({ resourceGroup: "RG-Power" }) },
};

const isvContract: KindCase = {
  kind: "IsvContract",
  inputs: { ...declared.IsvContract },
  live: ({ tenant }) => tenant.isvContracts.list().map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) =>
    tenant.isvContracts.add({ ...(declared.IsvContract as object), status: "Disabled" }).id,
  remove: ({ tenant }, id) => tenant.isvContracts.remove(id),
  createOperation: "createIsvContract",
  listOperation: "listIsvContracts",
  deleteOperation: "deleteIsvContract",
  change: {
    inputs: { powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Disabled" } },
    path: "powerAutomatePolicy.cloudFlowRunsPayAsYouGoState",
    updateOperation: "updateIsvContract",
  },
  replacing: {
    geo: { geo: "asia" },
    "consumer.tenantId": { consumer: { tenantId: "44444444-4444-4444-8444-444444444444" } },
    "billingInstrument.resourceGroup": {
      billingInstrument: {
        ...(declared.IsvContract.billingInstrument as Properties),
        resourceGroup: "rg-other",
      },
    },
  },
  respelled: { geo: "EUROPE", status: "ENABLED" },
};

export const kindCases: readonly KindCase[] = [roleAssignment, environmentGroup, billingPolicy, isvContract];
