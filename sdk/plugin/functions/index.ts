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
export { getBillingPolicies, getBillingPoliciesOutput } from "./licensing/billingPolicies";
export {
  getBillingPolicyEnvironments,
  getBillingPolicyEnvironmentsOutput,
} from "./licensing/billingPolicyEnvironments";
export { getIsvContracts, getIsvContractsOutput } from "./licensing/isvContracts";
