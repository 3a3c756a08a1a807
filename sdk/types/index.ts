// Made from provider/resources and provider/functions by `npm run generate`; a test says when it is not current.

export type * from "./authorization/roleAssignment";
export type * from "./authorization/roleAssignments";
export type * from "./authorization/roleDefinitions";
export type * from "./environmentmanagement/environmentGroup";
export type * from "./environmentmanagement/environmentGroups";
export type * from "./environmentmanagement/environments";
export type * from "./environmentmanagement/groupPrincipal";
export type * from "./licensing/billingPolicies";
export type * from "./licensing/billingPolicy";
export type * from "./licensing/billingPolicyEnvironments";
export type * from "./licensing/isvContract";
export type * from "./licensing/isvContracts";
export type * from "./licensing/licensingPrincipal";
export type * from "./resourceArgs";
