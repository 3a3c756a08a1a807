// Made from provider/functions by `npm run generate`; a test says when it is not current.

export { getRoleAssignments, getRoleAssignmentsOutput } from "./authorization/roleAssignments";
export { getRoleDefinitions, getRoleDefinitionsOutput } from "./authorization/roleDefinitions";
export { getCurrencies, getCurrenciesOutput } from "./environmentmanagement/currencies";
export { getEnvironmentBackups, getEnvironmentBackupsOutput } from "./environmentmanagement/environmentBackups";
export { getEnvironmentGroups, getEnvironmentGroupsOutput } from "./environmentmanagement/environmentGroups";
export {
  getEnvironmentOperations,
  getEnvironmentOperationsOutput,
} from "./environmentmanagement/environmentOperations";
export { getEnvironments, getEnvironmentsOutput } from "./environmentmanagement/environments";
export {
  getBusinessContinuitySnapshot,
  getBusinessContinuitySnapshotOutput,
} from "./environmentmanagement/getBusinessContinuitySnapshot";
export { getEnvironment, getEnvironmentOutput } from "./environmentmanagement/getEnvironment";
export {
  getEnvironmentManagementSettings,
  getEnvironmentManagementSettingsOutput,
} from "./environmentmanagement/getEnvironmentManagementSettings";
export { getLanguages, getLanguagesOutput } from "./environmentmanagement/languages";
export { getLocations, getLocationsOutput } from "./environmentmanagement/locations";
export { getTemplates, getTemplatesOutput } from "./environmentmanagement/templates";
export { getEnvironmentGroupRuleSets, getEnvironmentGroupRuleSetsOutput } from "./governance/environmentGroupRuleSets";
export { getRuleBasedPolicies, getRuleBasedPoliciesOutput } from "./governance/ruleBasedPolicies";
export {
  getRuleBasedPolicyAssignments,
  getRuleBasedPolicyAssignmentsOutput,
} from "./governance/ruleBasedPolicyAssignments";
export { getAllocationsByEnvironment, getAllocationsByEnvironmentOutput } from "./licensing/allocationsByEnvironment";
export { getBillingPolicies, getBillingPoliciesOutput } from "./licensing/billingPolicies";
export {
  getBillingPolicyEnvironments,
  getBillingPolicyEnvironmentsOutput,
} from "./licensing/billingPolicyEnvironments";
export { getCurrencyAllocations, getCurrencyAllocationsOutput } from "./licensing/currencyAllocations";
export { getCurrencyReports, getCurrencyReportsOutput } from "./licensing/currencyReports";
export { getEnvironmentEntitlements, getEnvironmentEntitlementsOutput } from "./licensing/environmentEntitlements";
export { getEntitlement, getEntitlementOutput } from "./licensing/getEntitlement";
export { getTenantCapacity, getTenantCapacityOutput } from "./licensing/getTenantCapacity";
export { getIsvContracts, getIsvContractsOutput } from "./licensing/isvContracts";
export { getStorageWarnings, getStorageWarningsOutput } from "./licensing/storageWarnings";
