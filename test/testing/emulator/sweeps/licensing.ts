import { seeded } from "../../../../testing/emulator";
import type { Harness } from "../harness";

const environmentId = seeded.managedEnvironmentId;
const environment = `/licensing/environments/${environmentId}`;
const currencyAllocations = [{ currencyType: "MCSMessages", allocated: 500 }];

/** Calls each operation of allocations and thresholds. */
export async function sweepAllocations(api: Harness): Promise<void> {
  await api.patch(`${environment}/allocations`, { currencyAllocations });
  await api.get(`${environment}/allocations`);
  await api.patch("/licensing/allocationsByEnvironment", { environmentId, currencyAllocations });
  await api.get("/licensing/allocationsByEnvironment");
  await api.get(`/licensing/allocationsByEnvironment/${environmentId}`);
  await api.put(`${environment}/entitlements/MCSMessages/resources/agent/threshold`, { limit: 5 });
  await api.get("/licensing/entitlements/MCSMessages/resourceThresholds");
  for (const read of ["availability", "entitlements/reserved"]) {
    await api.get(`/licensing/allocationsV2/${read}?$filter=${encodeURIComponent("scope eq 'tenant'")}`);
  }
}

/** Calls each operation that reads capacity, entitlements and storage warnings. */
export async function sweepCapacity(api: Harness): Promise<void> {
  const warning = { storageCategory: "Database", storageEntity: "Table", thresholds: [{ thresholdInMB: 100 }] };
  api.emulator.tenant.storageWarnings.add(warning);
  await api.get("/licensing/tenantCapacity");
  await api.get("/licensing/tenantCapacity/currencyReports?includeAllocations=true&includeConsumptions=true");
  await api.get("/licensing/entitlements/MCSMessages");
  await api.get(`${environment}/entitlements`);
  await api.get("/licensing/storageWarning/getAllStorageWarnings");
  await api.get("/licensing/storageWarning/Database");
  await api.get("/licensing/storageWarning/Database/Table");
  await api.post("/licensing/TemporaryCurrencyEntitlement/MCSMessages/Count");
}
