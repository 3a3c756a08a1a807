export { BillingPolicy, type BillingPolicyArgs } from "./billingPolicy";
export { EnvironmentGroup, type EnvironmentGroupArgs } from "./environmentGroup";
export type * from "./functionArgs";
export * from "./functions";
export { IsvContract, type IsvContractArgs } from "./isvContract";
export { Provider, type ProviderArgs } from "./provider";
export { RoleAssignment, type RoleAssignmentArgs } from "./roleAssignment";
export { scopes } from "./scopes";
export { builtInRoles } from "../provider/resources/authorization/builtInRoles";
