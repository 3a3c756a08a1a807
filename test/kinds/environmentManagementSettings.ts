import { seeded } from "pulumi-power-platform-testing";
import type { SettingCase } from "./settingCase";

const environmentId = seeded.managedEnvironmentId;

export const environmentManagementSettings: SettingCase = {
  kind: "EnvironmentManagementSettings",
  inputs: { environmentId, powerApps_AllowCodeApps: false },
  declares: "powerApps_AllowCodeApps",
  another: { powerApps_CopilotChat: true },
  found: { PowerApps_AllowCodeApps: true, PowerApps_NLSearch: true },
  wireName: (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  live: ({ tenant }) => tenant.environmentSettings.get(environmentId),
  set: ({ tenant }, settings) => {
    tenant.environmentSettings.remove(environmentId);
    if (settings !== undefined) tenant.environmentSettings.add({ ...settings, Id: environmentId });
  },
  removeParent: ({ tenant }) => {
    tenant.environments.remove(environmentId);
  },
  readOperation: "listEnvironmentManagementSettings",
  changeOperation: "updateEnvironmentManagementSettings",
  replacing: { environmentId: { environmentId: seeded.sandboxEnvironmentId } },
  respelled: { environmentId: environmentId.toUpperCase() },
  refusal: {
    errors: { code: "SettingRefused", message: "This setting is not allowed here." },
    objectResult: null,
  },
};
