// Made from the declarations beside it by `npm run generate`; a test says when it is not current.

import type { ResourceDefinition } from "../declare/define";
import { roleAssignment } from "./authorization/roleAssignment";
import { environment } from "./environmentmanagement/environment";
import { environmentBackup } from "./environmentmanagement/environmentBackup";
import { environmentDisasterRecovery } from "./environmentmanagement/environmentDisasterRecovery";
import { environmentGroup } from "./environmentmanagement/environmentGroup";
import { environmentGroupMembership } from "./environmentmanagement/environmentGroupMembership";
import { environmentManagementSettings } from "./environmentmanagement/environmentManagementSettings";
import { managedEnvironment } from "./environmentmanagement/managedEnvironment";
import { environmentGroupRuleSet } from "./governance/environmentGroupRuleSet";
import { ruleBasedPolicy } from "./governance/ruleBasedPolicy";
import { ruleBasedPolicyAssignment } from "./governance/ruleBasedPolicyAssignment";
import { billingPolicy } from "./licensing/billingPolicy";
import { billingPolicyEnvironment } from "./licensing/billingPolicyEnvironment";
import { currencyAllocation } from "./licensing/currencyAllocation";
import { isvContract } from "./licensing/isvContract";
import { resourceThreshold } from "./licensing/resourceThreshold";

/** Every kind of resource, by name. The names are in every state file and are kept for ever. */
export const resources = {
  RoleAssignment: roleAssignment,
  Environment: environment,
  EnvironmentBackup: environmentBackup,
  EnvironmentDisasterRecovery: environmentDisasterRecovery,
  EnvironmentGroup: environmentGroup,
  EnvironmentGroupMembership: environmentGroupMembership,
  EnvironmentManagementSettings: environmentManagementSettings,
  ManagedEnvironment: managedEnvironment,
  EnvironmentGroupRuleSet: environmentGroupRuleSet,
  RuleBasedPolicy: ruleBasedPolicy,
  RuleBasedPolicyAssignment: ruleBasedPolicyAssignment,
  BillingPolicy: billingPolicy,
  BillingPolicyEnvironment: billingPolicyEnvironment,
  CurrencyAllocation: currencyAllocation,
  IsvContract: isvContract,
  ResourceThreshold: resourceThreshold,
} as const;

export type Kind = keyof typeof resources;

export const definitionOf = (kind: Kind): ResourceDefinition => resources[kind];

export const kinds = Object.keys(resources) as Kind[];
