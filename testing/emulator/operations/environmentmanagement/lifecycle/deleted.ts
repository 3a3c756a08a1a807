import type { Tenant } from "../../../tenant/tenant";
import type { Environment } from "../../../tenant/types";
import type { TenantState } from "../../../tenantState";
import { removeEnvironment } from "./removeEnvironment";

const dayMs = 24 * 3600 * 1000;

/** The deleted environments that can still be recovered; those whose retention is over are forgotten. */
export function deletedEnvironments(tenantState: TenantState): Environment[] {
  const { tenant, settings, clock } = tenantState;
  for (const { id, deletedDateTime } of tenant.deletedEnvironments.list()) {
    const end = Date.parse(deletedDateTime ?? "") + settings.retentionDays * dayMs;
    if (clock.now() >= end) tenant.deletedEnvironments.remove(id);
  }
  return tenant.deletedEnvironments.list();
}

/** Removes an environment with all that hangs on it, and keeps it for recovery, out of its group. */
export function deleteForNow(tenantState: TenantState, environmentId: string): void {
  const { tenant, settings } = tenantState;
  const environment = tenant.environments.get(environmentId);
  removeEnvironment(tenant, environmentId);
  if (environment === undefined || settings.retentionDays === 0) return;
  const deletedDateTime = tenantState.now();
  tenant.deletedEnvironments.add(environment);
  tenant.deletedEnvironments.update(environmentId, {
    state: "Deleted",
    environmentGroupId: undefined,
    deletedDateTime,
    retentionDetails: { availableFromDateTime: deletedDateTime, retentionPeriod: `P${settings.retentionDays}D` },
  });
}

/** Role assignments, settings, group and billing do not come back. */
export function recover({ deletedEnvironments: deleted, environments }: Tenant, environmentId: string): void {
  const environment = deleted.get(environmentId);
  if (environment === undefined) return;
  deleted.remove(environmentId);
  environments.add(environment);
  environments.update(environmentId, { state: "Enabled", deletedDateTime: undefined, retentionDetails: undefined });
}
