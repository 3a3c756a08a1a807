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
}
