import type { Emulator } from "../../../../testing/emulator";
import { seeded } from "../../../../testing/emulator";
import type { FunctionCase } from "./functionCase";

const environmentId = seeded.sandboxEnvironmentId;
const missing = { environmentId: "nowhere" };

export const environmentManagementCases: readonly FunctionCase[] = [
  {
    name: "getEnvironment",
    args: { environmentId: environmentId.toUpperCase() },
    gives: { id: environmentId, displayName: "Contoso Sandbox", geo: "unitedstates", protectionLevel: "Basic" },
    missing,
  },
  {
    name: "getEnvironmentOperations",
    args: { environmentId },
    arrange: ({ tenant }: Emulator) => void tenant.operations.add({ environmentId, status: "Succeeded" }),
    gives: { name: "Edit", status: "Succeeded" },
    missing,
  },
  {
    name: "getLocations",
    args: { name: "Europe" },
    gives: { name: "europe", displayName: "Europe", canProvisionDatabase: true },
  },
  {
    name: "getCurrencies",
    args: { location: "United Kingdom", isTenantDefault: true },
    gives: { code: "GBP", symbol: "£" },
    missing: { location: "moon" },
  },
  {
    name: "getLanguages",
    args: { location: "europe", localeId: 1031 },
    gives: { localizedName: "German (Germany)", isTenantDefault: false },
    missing: { location: "moon" },
  },
  {
    name: "getTemplates",
    args: { location: "europe", name: "d365_sales" },
    gives: { displayName: "Sales Enterprise", isSupportedForResetOperation: true },
    missing: { location: "moon" },
  },
  {
    name: "getEnvironmentManagementSettings",
    args: { environmentId },
    arrange: ({ tenant }: Emulator) =>
      void tenant.environmentSettings.add({ Id: environmentId, PowerApps_AllowCodeApps: true, Unlisted_Setting: "on" }),
    gives: { environmentId, powerApps_AllowCodeApps: true, Unlisted_Setting: "on" },
    missing,
  },
  {
    name: "getEnvironmentBackups",
    args: { environmentId, label: "before the release" },
    arrange: ({ tenant }: Emulator) => {
      for (const label of ["before the release", "after it"]) tenant.environmentBackups.add({ environmentId, label });
    },
    gives: { label: "before the release" },
    missing,
  },
  {
    name: "getBusinessContinuitySnapshot",
    args: { environmentId },
    arrange: ({ tenant }: Emulator) =>
      void tenant.environments.update(environmentId, { disasterRecoveryState: "Enabled" }),
    gives: { lastSyncTime: "2026-01-01T00:00:00.0000000Z" },
    missing,
  },
];
