// Made from provider/resources by `npm run generate`; a test says when it is not current.

export { RoleAssignment } from "./authorization/roleAssignment";
export { Environment } from "./environmentmanagement/environment";
export { EnvironmentBackup } from "./environmentmanagement/environmentBackup";
export { EnvironmentDisasterRecovery } from "./environmentmanagement/environmentDisasterRecovery";
export { EnvironmentGroup } from "./environmentmanagement/environmentGroup";
export { EnvironmentGroupMembership } from "./environmentmanagement/environmentGroupMembership";
export { EnvironmentManagementSettings } from "./environmentmanagement/environmentManagementSettings";
export { ManagedEnvironment } from "./environmentmanagement/managedEnvironment";
export { EnvironmentGroupRuleSet } from "./governance/environmentGroupRuleSet";
export { RuleBasedPolicy } from "./governance/ruleBasedPolicy";
export { RuleBasedPolicyAssignment } from "./governance/ruleBasedPolicyAssignment";
export { BillingPolicy } from "./licensing/billingPolicy";
export { BillingPolicyEnvironment } from "./licensing/billingPolicyEnvironment";
export { CurrencyAllocation } from "./licensing/currencyAllocation";
export { IsvContract } from "./licensing/isvContract";
export { ResourceThreshold } from "./licensing/resourceThreshold";
