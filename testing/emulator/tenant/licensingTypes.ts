import type { Entity } from "./entity";

/** What happens when an allocation is used up. */
export interface EnforcementRule extends Entity {
  ruleType: "Alert" | "PayGo" | "TenantPool" | "Deny";
  enabled: boolean;
}

/** An amount of one currency for one environment. Its id in a collection is `{environmentId}/{currencyType}`. */
export interface CurrencyAllocation extends Entity {
  environmentId: string;
  currencyType: string;
  allocated: number;
  /** What the service allocated by itself. */
  autoAllocated?: number;
  enforcementRules?: EnforcementRule[];
}

/** Limits of one resource. Its id in a collection is `{environmentId}/{entitlementId}/{resourceId}`. */
export interface ResourceThreshold extends Entity {
  environmentId: string;
  entitlementId: string;
  resourceId: string;
  createdOn?: string;
  /** Version it was written with; the admin center shows and enforces those of version 1 alone. No answer has it. */
  apiVersion?: string;
}

/** What the tenant holds of one code, e.g. MCSMessages. */
export interface TenantEntitlement extends Entity {
  entitlementId: string;
  entitlement?: { unit?: string; capacity?: EntitlementCapacity };
}

export interface EntitlementCapacity extends Entity {
  entitled?: { value?: number };
  allocated?: { value?: number; autoAllocated?: number };
  consumed?: { value?: number; lastUpdatedOn?: string };
}

/** Thresholds of one kind of storage. Its id in a collection is `{storageCategory}/{storageEntity}`. */
export interface StorageWarning extends Entity {
  storageCategory: string;
  storageEntity: string;
  isActive?: boolean;
  thresholds?: Entity[];
}

/** Temporary entitlements of a currency in this month. */
export interface TemporaryEntitlement extends Entity {
  currencyType: string;
  temporaryCurrencyEntitlementCount?: number;
  temporaryCurrencyEntitlementsAllowedPerMonth?: number;
  entitledQuantity?: number;
}
