import type { Kinds } from "./snapshot";

/** The id under which an object of each kind is stored; of a link it holds a slash. */
export const kindIds: { readonly [Kind in keyof Kinds]: (entity: Kinds[Kind]) => string } = {
  principals: ({ id }) => id,
  environmentGroups: ({ id }) => id,
  environments: ({ id }) => id,
  deletedEnvironments: ({ id }) => id,
  environmentBackups: ({ id }) => id,
  environmentSettings: ({ Id }) => Id,
  roleAssignments: ({ roleAssignmentId }) => roleAssignmentId,
  billingPolicies: ({ id }) => id,
  billingPolicyEnvironments: ({ billingPolicyId, environmentId }) => `${billingPolicyId}/${environmentId}`,
  provisioningPolicies: ({ billingPolicyId }) => billingPolicyId,
  isvContracts: ({ id }) => id,
  ruleBasedPolicies: ({ id }) => id,
  ruleAssignments: ({ policyId, resourceType, resourceId }) => `${policyId}/${resourceType}/${resourceId}`,
  ruleSets: ({ id }) => id,
  currencyAllocations: ({ environmentId, currencyType }) => `${environmentId}/${currencyType}`,
  resourceThresholds: ({ environmentId, entitlementId, resourceId }) =>
    `${environmentId}/${entitlementId}/${resourceId}`,
  entitlements: ({ entitlementId }) => entitlementId,
  storageWarnings: ({ storageCategory, storageEntity }) => `${storageCategory}/${storageEntity}`,
  temporaryEntitlements: ({ currencyType }) => currencyType,
  operations: ({ id }) => id,
};

export const kindNames = Object.keys(kindIds) as (keyof Kinds)[];
