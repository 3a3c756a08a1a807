import { seeded } from "pulumi-power-platform-testing";
import type { SettingCase } from "./settingCase";

const environmentId = seeded.managedEnvironmentId;
const onWire: SettingCase["onWire"] = ({ enabled }) => ({
  disasterRecoveryState: enabled === false ? "Disabled" : "Enabled",
});

export const environmentDisasterRecovery: SettingCase = {
  kind: "EnvironmentDisasterRecovery",
  inputs: { environmentId, enabled: true },
  declares: "enabled",
  found: { disasterRecoveryState: "Disabled" },
  onWire,
  writes: ({ enabled }) => [enabled === false ? "disableDisasterRecovery" : "enableDisasterRecovery", undefined],
  restores: ["disableDisasterRecovery", undefined],
  live: ({ tenant }) => tenant.environments.get(environmentId),
  set: ({ tenant }, settings = {}) => {
    tenant.environments.update(environmentId, settings);
  },
  removeParent: ({ tenant }) => {
    tenant.environments.remove(environmentId);
  },
  readOperation: "listEnvironmentEntitlements",
  replacing: { environmentId: { environmentId: seeded.sandboxEnvironmentId } },
  respelled: { environmentId: environmentId.toUpperCase() },
  refusals: [
    [400, { errorDetail: { code: "SettingRefused", fieldErrors: { environment: ["It is not allowed here."] } } }],
  ],
};
