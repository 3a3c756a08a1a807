import type { ArgsOf, ItemOf } from "../provider/functions";
import type {
  billingPolicies,
  billingPolicyEnvironments,
  environmentGroups,
  environments,
  isvContracts,
  roleAssignments,
  roleDefinitions,
} from "../provider/functions";

/** Filters; without any, all roles. */
export type GetRoleDefinitionsArgs = ArgsOf<typeof roleDefinitions>;
/** One of the roles that the service knows. */
export type RoleDefinition = ItemOf<typeof roleDefinitions>;

/** The scope, and filters. */
export type GetRoleAssignmentsArgs = ArgsOf<typeof roleAssignments>;
/** An assignment as the tenant lists it. */
export type ListedRoleAssignment = ItemOf<typeof roleAssignments>;

/** Filters; without any, all environments. */
export type GetEnvironmentsArgs = ArgsOf<typeof environments>;
/** An environment as the tenant lists it. */
export type ListedEnvironment = ItemOf<typeof environments>;

/** Filters; without any, all groups. */
export type GetEnvironmentGroupsArgs = ArgsOf<typeof environmentGroups>;
/** A group as the tenant lists it. */
export type ListedEnvironmentGroup = ItemOf<typeof environmentGroups>;

/** Filters; without any, all policies. */
export type GetBillingPoliciesArgs = ArgsOf<typeof billingPolicies>;
/** A policy as the tenant lists it. */
export type ListedBillingPolicy = ItemOf<typeof billingPolicies>;

/** The policy, and filters. */
export type GetBillingPolicyEnvironmentsArgs = ArgsOf<typeof billingPolicyEnvironments>;
/** That an environment is billed to a policy. */
export type ListedBillingPolicyEnvironment = ItemOf<typeof billingPolicyEnvironments>;

/** Filters; without any, all contracts. */
export type GetIsvContractsArgs = ArgsOf<typeof isvContracts>;
/** A contract as the tenant lists it. */
export type ListedIsvContract = ItemOf<typeof isvContracts>;
