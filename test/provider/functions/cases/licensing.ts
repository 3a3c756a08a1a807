import type { Emulator } from "../../../../testing/emulator";
import { seeded } from "../../../../testing/emulator";
import type { FunctionCase } from "./functionCase";

const environmentId = seeded.managedEnvironmentId;
const rules = [{ ruleType: "Deny", enabled: true } as const];

const allocate = ({ tenant }: Emulator): void => {
  const credits = { currencyType: "MCSMessages", allocated: 600, enforcementRules: [...rules] };
  tenant.currencyAllocations.add({ environmentId, ...credits });
  tenant.currencyAllocations.add({ environmentId: seeded.sandboxEnvironmentId, currencyType: "AI", allocated: 1 });
};

const warn = ({ tenant }: Emulator): void => {
  tenant.storageWarnings.add({
    storageCategory: "Database",
    storageEntity: "Table",
    thresholds: [{ thresholdInMB: 9 }],
  });
  tenant.storageWarnings.add({ storageCategory: "Database", storageEntity: "Index" });
};

export const licensingCases: readonly FunctionCase[] = [
  {
    name: "getCurrencyAllocations",
    args: { environmentId, currencyType: "mcsmessages" },
    arrange: allocate,
    gives: { currencyType: "MCSMessages", allocated: 600 },
    missing: { environmentId: "nowhere" },
  },
  {
    name: "getAllocationsByEnvironment",
    args: { environmentId },
    arrange: allocate,
    gives: {
      environmentId,
      currencyAllocations: [{ currencyType: "MCSMessages", allocated: 600, autoAllocated: 0, enforcementRules: rules }],
    },
  },
  {
    name: "getTenantCapacity",
    args: {},
    gives: { licenseModelType: "StorageDriven" },
  },
  {
    name: "getCurrencyReports",
    args: { includeConsumptions: true },
    arrange: allocate,
    gives: {
      currencyType: "MCSMessages",
      purchased: 25_000,
      allocated: 600,
      consumed: { unitsConsumed: 100, lastUpdatedDay: "2026-01-05T00:00:00.0000000Z" },
    },
  },
  {
    name: "getEntitlement",
    args: { entitlementId: "Database" },
    gives: { entitlementId: "Database", productCategories: ["Dataverse"] },
    missing: { entitlementId: "Gold" },
  },
  {
    name: "getEnvironmentEntitlements",
    args: { environmentId, entitlementId: "mcsmessages" },
    arrange: ({ tenant }: Emulator) =>
      void tenant.environments.update(environmentId, { disasterRecoveryState: "Enabled" }),
    gives: { entitlementId: "MCSMessages", isManagedEnvironment: true, disasterRecoveryState: "Enabled" },
    missing: { environmentId: "nowhere" },
  },
  {
    name: "getStorageWarnings",
    args: { storageCategory: "Database", entityName: "Table" },
    arrange: warn,
    gives: { storageEntity: "Table", thresholds: [{ thresholdInMB: 9 }] },
  },
];
