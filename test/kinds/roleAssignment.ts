import type { KindCase } from "./kindCase";

export const roleAssignment: KindCase = {
  kind: "RoleAssignment",
  inputs: {
    principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
    principalType: "ApplicationUser",
    roleDefinitionId: "reader",
    scope: "tenant",
  },
  distinct: (number) => ({
    principalObjectId: `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, "0")}`,
  }),
  live: ({ tenant }) => tenant.roleAssignments.list().map((entity) => ({ id: entity.roleAssignmentId, entity })),
  plant: ({ tenant }) =>
    tenant.roleAssignments.add({
      principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
      principalType: "ApplicationUser",
      roleDefinitionId: "c886ad2e-27f7-4874-8381-5849b8d8a090",
      scope: `/tenants/${tenant.id}`,
    }).roleAssignmentId,
  remove: ({ tenant }, id) => tenant.roleAssignments.remove(id),
  path: "/roleAssignments",
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
  waits: {
    // A new principal that does not become visible: the create itself is refused until then.
    refused: {
      settings: { knownPrincipals: [] },
      end: ({ emulator }) => {
        emulator.configure({ knownPrincipals: null });
      },
    },
  },
};
