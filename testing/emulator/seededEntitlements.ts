import type { TenantEntitlement } from "./tenant/licensingTypes";

const lastUpdatedOn = "2026-01-05T00:00:00.0000000Z";

/** What the default tenant has bought: Copilot credits and storage, hardly used. */
export const seededEntitlements: TenantEntitlement[] = [
  entitlement("MCSMessages", "CopilotStudio", "Count", 25_000, 100),
  entitlement("Database", "Dataverse", "MB", 10_240, 2_048),
  entitlement("File", "Dataverse", "MB", 20_480, 512),
  entitlement("Log", "Dataverse", "MB", 2_048, 64),
];

function entitlement(code: string, category: string, unit: string, entitled: number, used: number): TenantEntitlement {
  const consumed = { value: used, consumptionType: unit === "MB" ? "Snapshot" : "MonthToDate", lastUpdatedOn };
  return {
    entitlementId: code,
    productCategories: [category],
    entitlement: { unit, capacity: { unit, entitled: { value: entitled }, consumed } },
  };
}
