import type { LegacyRuleSet, RuleAssignment, RuleBasedPolicy } from "./governanceTypes";
import type {
  CurrencyAllocation,
  ResourceThreshold,
  StorageWarning,
  TemporaryEntitlement,
  TenantEntitlement,
} from "./licensingTypes";
import type { Operation } from "./operation";
import type {
  BillingPolicy,
  BillingPolicyEnvironment,
  Environment,
  EnvironmentBackup,
  EnvironmentGroup,
  EnvironmentSettings,
  IsvContract,
  Principal,
  ProvisioningPolicy,
  RoleAssignment,
} from "./types";

/** The kinds of objects a tenant holds, by the names of seeds, state files and the control surface. */
export interface Kinds {
  principals: Principal;
  environmentGroups: EnvironmentGroup;
  environments: Environment;
  /** Deleted environments that can still be recovered. */
  deletedEnvironments: Environment;
  environmentBackups: EnvironmentBackup;
  environmentSettings: EnvironmentSettings;
  roleAssignments: RoleAssignment;
  billingPolicies: BillingPolicy;
  billingPolicyEnvironments: BillingPolicyEnvironment;
  /** Billing policies that are still `Provisioning`, and what comes after. */
  provisioningPolicies: ProvisioningPolicy;
  isvContracts: IsvContract;
  ruleBasedPolicies: RuleBasedPolicy;
  ruleAssignments: RuleAssignment;
  /** The older rule sets of groups. */
  ruleSets: LegacyRuleSet;
  currencyAllocations: CurrencyAllocation;
  resourceThresholds: ResourceThreshold;
  /** What the tenant holds, by code. */
  entitlements: TenantEntitlement;
  storageWarnings: StorageWarning;
  temporaryEntitlements: TemporaryEntitlement;
  operations: Operation;
}

/** The whole tenant as plain JSON. */
export type Snapshot = { tenantId: string } & { [Kind in keyof Kinds]: Kinds[Kind][] };

/** What a tenant starts with. A kind given replaces the default objects of that kind; members left out are filled. */
export type Seed = { tenantId?: string } & { [Kind in keyof Kinds]?: Partial<Kinds[Kind]>[] };
