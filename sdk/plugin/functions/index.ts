// Made from provider/functions by `npm run generate`; a test says when it is not current.

export { getRoleAssignments, getRoleAssignmentsOutput } from "./authorization/roleAssignments";
export { getRoleDefinitions, getRoleDefinitionsOutput } from "./authorization/roleDefinitions";
export { getEnvironmentGroups, getEnvironmentGroupsOutput } from "./environmentmanagement/environmentGroups";
export { getEnvironments, getEnvironmentsOutput } from "./environmentmanagement/environments";
export { getBillingPolicies, getBillingPoliciesOutput } from "./licensing/billingPolicies";
export {
  getBillingPolicyEnvironments,
  getBillingPolicyEnvironmentsOutput,
} from "./licensing/billingPolicyEnvironments";
export { getIsvContracts, getIsvContractsOutput } from "./licensing/isvContracts";
