import { seeded } from "pulumi-power-platform-testing";
import type { SettingCase } from "./settingCase";

const environmentId = seeded.managedEnvironmentId;
const found = { PowerApps_AllowCodeApps: true, PowerApps_NLSearch: true };
const refusal = {
  errors: { code: "SettingRefused", message: "This setting is not allowed here." },
  objectResult: null,
};
const onWire: SettingCase["onWire"] = ({ environmentId: _id, onDelete: _onDelete, ...settings }) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]),
  );

export const environmentManagementSettings: SettingCase = {
  kind: "EnvironmentManagementSettings",
  inputs: { environmentId, powerApps_AllowCodeApps: false },
  declares: "powerApps_AllowCodeApps",
  another: { powerApps_CopilotChat: true },
  found,
  onWire,
  writes: (inputs) => ["updateEnvironmentManagementSettings", onWire(inputs)],
  restores: ["updateEnvironmentManagementSettings", { PowerApps_AllowCodeApps: true }],
  live: ({ tenant }) => tenant.environmentSettings.get(environmentId),
  set: ({ tenant }, settings) => {
    tenant.environmentSettings.remove(environmentId);
    if (settings !== undefined) tenant.environmentSettings.add({ ...settings, Id: environmentId });
  },
  mayBeUnset: { unsetEnvironmentSettings: "missing" },
  removeParent: ({ tenant }) => {
    tenant.environments.remove(environmentId);
  },
  readOperation: "listEnvironmentManagementSettings",
  replacing: { environmentId: { environmentId: seeded.sandboxEnvironmentId } },
  respelled: { environmentId: environmentId.toUpperCase() },
  refusals: [
    [200, refusal],
    [400, refusal],
  ],
};
