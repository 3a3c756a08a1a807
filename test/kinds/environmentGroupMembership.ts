import { type Emulator, seeded } from "pulumi-power-platform-testing";
import type { LinkCase } from "./linkCase";

const otherGroupId = "dddddddd-dddd-4ddd-8ddd-ddddddddddd2";
const otherEnvironmentId = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeee3";
const inputs = { environmentGroupId: seeded.groupId, environmentId: seeded.managedEnvironmentId };

const putIn = ({ tenant }: Emulator, environmentGroupId: string | undefined): void => {
  tenant.environments.update(inputs.environmentId, { environmentGroupId: environmentGroupId ?? null });
};

export const environmentGroupMembership: LinkCase = {
  kind: "EnvironmentGroupMembership",
  inputs,
  another: { ...inputs, environmentId: otherEnvironmentId },
  prepare: ({ tenant }) => {
    tenant.environmentGroups.add({ id: otherGroupId, displayName: "Sales" });
    const environment = tenant.environments.get(inputs.environmentId)!;
    tenant.environments.add({ ...environment, id: otherEnvironmentId, displayName: "Another" });
  },
  live: ({ tenant }) =>
    tenant.environments
      .list()
      .filter(({ environmentGroupId }) => typeof environmentGroupId === "string")
      .map(({ id, environmentGroupId }) => `${String(environmentGroupId)}/${id}`),
  plant: (emulator) => {
    putIn(emulator, seeded.groupId);
  },
  remove: (emulator) => {
    putIn(emulator, undefined);
  },
  removeParent: (emulator) => {
    putIn(emulator, undefined);
    emulator.tenant.environmentGroups.remove(seeded.groupId);
  },
  addOperation: "addEnvironmentToGroup",
  removeOperation: "removeEnvironmentFromGroup",
  listOperation: "listEnvironments",
  added: undefined,
  replacing: {
    environmentGroupId: { environmentGroupId: otherGroupId },
    environmentId: { environmentId: otherEnvironmentId },
  },
  respelled: {
    environmentGroupId: inputs.environmentGroupId.toUpperCase(),
    environmentId: inputs.environmentId.toUpperCase(),
  },
};
