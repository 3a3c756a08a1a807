import type { Operation } from "../../../tenant/operation";
import type { TenantState } from "../../../tenantState";
import { deleteForNow, recover } from "./deleted";
import { removeEnvironment } from "./removeEnvironment";

/** What a successful operation does to the tenant. Somebody may have removed the environment while it ran. */
export function applyEffect(tenantState: TenantState, { effect, environmentId }: Operation): void {
  const { tenant, propagation, settings } = tenantState;
  switch (effect.change) {
    case "create":
      if (!tenant.environments.has(environmentId)) return;
      propagation.start("dataverse", environmentId, settings.propagation.dataverse);
      tenant.environments.update(environmentId, { state: "Enabled" });
      if (effect.billingPolicyId !== undefined) {
        tenant.billingPolicyEnvironments.add({ billingPolicyId: effect.billingPolicyId, environmentId });
      }
      return;
    case "update":
      if (tenant.environments.has(environmentId)) tenant.environments.update(environmentId, effect.members);
      return;
    case "remove":
      deleteForNow(tenantState, environmentId);
      return;
    case "recover":
      recover(tenant, environmentId);
      return;
    case "none":
      return;
  }
}

/** What a failed operation leaves: an environment that could not be created is no longer listed. */
export function undoEffect({ tenant }: TenantState, { effect, environmentId }: Operation): void {
  if (effect.change === "create") removeEnvironment(tenant, environmentId);
}
