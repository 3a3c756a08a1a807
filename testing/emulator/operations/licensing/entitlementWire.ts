import { disasterRecoveryStateOf } from "../../tenant/disasterRecovery";
import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";
import type { CurrencyAllocation, TenantEntitlement } from "../../tenant/licensingTypes";
import type { Tenant } from "../../tenant/tenant";
import type { Environment } from "../../tenant/types";
import { allocatedOf, owned } from "./allocationRules";

/** With what environments have of it. An amount that is stored as allocated wins: some tenants buy by allocation. */
export function tenantEntitlement(tenant: Tenant, held: TenantEntitlement): Entity {
  const { entitlement = {}, ...members } = held;
  const { capacity = {} } = entitlement;
  const allocated = { value: allocatedOf(tenant, held.entitlementId), autoAllocated: 0, ...capacity.allocated };
  const availableQuantity = availableOf(tenant, held);
  const status = statusOf(availableQuantity);
  return {
    ...members,
    entitlement: { ...entitlement, capacity: { ...capacity, allocated, availableQuantity, status } },
  };
}

/** What is neither allocated nor used. */
export const availableOf = (tenant: Tenant, { entitlementId, entitlement }: TenantEntitlement): number =>
  owned(tenant, entitlementId) -
  Math.max(allocatedOf(tenant, entitlementId), entitlement?.capacity?.consumed?.value ?? 0);

/** One code of an environment, with facts about the environment: the one place that shows its disaster recovery. */
export function environmentEntitlement(tenant: Tenant, held: TenantEntitlement, environment: Environment): Entity {
  const { entitlementId, productCategories, entitlement } = held;
  return {
    entitlementId,
    productCategories,
    entitlement: {
      unit: entitlement?.unit ?? "Count",
      capacity: capacityOf(tenant.currencyAllocations.get(`${environment.id}/${entitlementId}`)),
    },
    environmentId: environment.id,
    environmentName: environment.displayName ?? "",
    environmentType: environmentTypes.find((type) => isSameId(type, environment.type)) ?? "NotSpecified",
    location: environment.geo ?? "",
    isManagedEnvironment: environment.protectionLevel === "Standard",
    disasterRecoveryState: disasterRecoveryStateOf(environment),
    disasterRecoveryLocation: environment.disasterRecoveryLocation ?? "NotSpecified",
    scenario: "None",
    addons: [],
    permissions: [],
  };
}

function capacityOf({ allocated = 0, autoAllocated = 0, enforcementRules = [] }: Partial<CurrencyAllocation> = {}) {
  return {
    allocated: { value: allocated, autoAllocated },
    consumed: { value: 0 },
    availableQuantity: allocated,
    status: "WithinCapacity",
    enforcementRules,
  };
}

export const statusOf = (available: number): string => (available < 0 ? "Overage" : "WithinCapacity");

/** Kinds of environment that entitlements know; a subset of the SKUs. */
const environmentTypes = [
  "Production",
  "Sandbox",
  "Support",
  "Preview",
  "Trial",
  "Default",
  "Developer",
  "SubscriptionBasedTrial",
  "Teams",
  "Platform",
];
