import { seeded } from "pulumi-power-platform-testing";
import type { KindCase } from "./kindCase";

const environmentId = seeded.sandboxEnvironmentId;
const label = "before the March release";

export const environmentBackup: KindCase = {
  kind: "EnvironmentBackup",
  inputs: { environmentId, label },
  distinct: (number) => ({ label: `before release ${number}` }),
  live: ({ tenant }) => tenant.environmentBackups.list().map((entity) => ({ id: entity.id, entity })),
  plant: ({ tenant }) => tenant.environmentBackups.add({ environmentId, label }).id,
  remove: ({ tenant }, id) => tenant.environmentBackups.remove(id),
  path: `/environmentmanagement/environments/${environmentId}/backups`,
  createOperation: "createEnvironmentBackup",
  listOperation: "listEnvironmentBackups",
  deleteOperation: "deleteEnvironmentBackup",
  replacing: {
    label: { label: "before the April release" },
    environmentId: { environmentId: seeded.managedEnvironmentId },
  },
  respelled: { environmentId: environmentId.toUpperCase() },
};
