import type { KindCase } from "./kindCase";

export const environmentGroup: KindCase = {
  kind: "EnvironmentGroup",
  inputs: { displayName: "Sales", description: "Environments of the sales department" },
  distinct: (number) => ({ displayName: `Sales ${number}` }),
  // The emulator's tenant has a group from the start, and tests that need another one call it alike.
  live: ({ tenant }) =>
    tenant.environmentGroups
      .list()
      .filter(({ displayName }) => displayName?.startsWith("Finance") !== true)
      .map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) => tenant.environmentGroups.add({ displayName: "Sales", description: "by hand" }).id,
  remove: ({ tenant }, id) => tenant.environmentGroups.remove(id),
  path: "/environmentmanagement/environmentGroups",
  createOperation: "createEnvironmentGroup",
  listOperation: "listEnvironmentGroups",
  deleteOperation: "deleteEnvironmentGroup",
  getOperation: "getEnvironmentGroup",
  change: {
    inputs: { description: "Environments of all who sell" },
    path: "description",
    updateOperation: "updateEnvironmentGroup",
  },
  replacing: {},
  respelled: {},
};
