export { BillingPolicy, type BillingPolicyArgs } from "./billingPolicy";
export { EnvironmentGroup, type EnvironmentGroupArgs } from "./environmentGroup";
export {
  getRoleAssignments,
  getRoleAssignmentsOutput,
  type GetRoleAssignmentsArgs,
  type ListedRoleAssignment,
} from "./getRoleAssignments";
export { getRoleDefinitions, type RoleDefinition } from "./getRoleDefinitions";
export { IsvContract, type IsvContractArgs } from "./isvContract";
export { Provider, type ProviderArgs } from "./provider";
export { RoleAssignment, type RoleAssignmentArgs } from "./roleAssignment";
export { scopes } from "./scopes";
export { builtInRoles } from "../provider/resources/builtInRoles";
