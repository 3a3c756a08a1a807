import { seeded } from "pulumi-power-platform-testing";
import type { SettingCase } from "./settingCase";

const environmentId = seeded.managedEnvironmentId;
const onWire: SettingCase["onWire"] = ({ enabled }) => ({ protectionLevel: enabled === false ? "Basic" : "Standard" });

export const managedEnvironment: SettingCase = {
  kind: "ManagedEnvironment",
  inputs: { environmentId, enabled: true },
  declares: "enabled",
  found: { protectionLevel: "Basic" },
  onWire,
  writes: ({ enabled }) => [enabled === false ? "disableManagedEnvironment" : "enableManagedEnvironment", undefined],
  restores: ["disableManagedEnvironment", undefined],
  live: ({ tenant }) => tenant.environments.get(environmentId),
  set: ({ tenant }, settings = {}) => {
    tenant.environments.update(environmentId, settings);
  },
  removeParent: ({ tenant }) => {
    tenant.environments.remove(environmentId);
  },
  readOperation: "listEnvironments",
  replacing: { environmentId: { environmentId: seeded.sandboxEnvironmentId } },
  respelled: { environmentId: environmentId.toUpperCase() },
  refusals: [
    [400, { errorDetail: { code: "SettingRefused", fieldErrors: { environment: ["It is not allowed here."] } } }],
  ],
};
