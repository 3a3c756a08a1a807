// Made from the declarations beside it by `npm run generate`; a test says when it is not current.

import type { FunctionDefinition } from "./defineFunction";
import { roleAssignments } from "./authorization/roleAssignments";
import { roleDefinitions } from "./authorization/roleDefinitions";
import { currencies } from "./environmentmanagement/currencies";
import { environmentBackups } from "./environmentmanagement/environmentBackups";
import { environmentGroups } from "./environmentmanagement/environmentGroups";
import { environmentOperations } from "./environmentmanagement/environmentOperations";
import { environments } from "./environmentmanagement/environments";
import { getBusinessContinuitySnapshot } from "./environmentmanagement/getBusinessContinuitySnapshot";
import { getEnvironment } from "./environmentmanagement/getEnvironment";
import { getEnvironmentManagementSettings } from "./environmentmanagement/getEnvironmentManagementSettings";
import { languages } from "./environmentmanagement/languages";
import { locations } from "./environmentmanagement/locations";
import { templates } from "./environmentmanagement/templates";
import { environmentGroupRuleSets } from "./governance/environmentGroupRuleSets";
import { ruleBasedPolicies } from "./governance/ruleBasedPolicies";
import { ruleBasedPolicyAssignments } from "./governance/ruleBasedPolicyAssignments";
import { allocationsByEnvironment } from "./licensing/allocationsByEnvironment";
import { billingPolicies } from "./licensing/billingPolicies";
import { billingPolicyEnvironments } from "./licensing/billingPolicyEnvironments";
import { currencyAllocations } from "./licensing/currencyAllocations";
import { currencyReports } from "./licensing/currencyReports";
import { environmentEntitlements } from "./licensing/environmentEntitlements";
import { getEntitlement } from "./licensing/getEntitlement";
import { getTenantCapacity } from "./licensing/getTenantCapacity";
import { isvContracts } from "./licensing/isvContracts";
import { storageWarnings } from "./licensing/storageWarnings";

/** Every function. */
export const functions: readonly FunctionDefinition[] = [
  roleAssignments,
  roleDefinitions,
  currencies,
  environmentBackups,
  environmentGroups,
  environmentOperations,
  environments,
  getBusinessContinuitySnapshot,
  getEnvironment,
  getEnvironmentManagementSettings,
  languages,
  locations,
  templates,
  environmentGroupRuleSets,
  ruleBasedPolicies,
  ruleBasedPolicyAssignments,
  allocationsByEnvironment,
  billingPolicies,
  billingPolicyEnvironments,
  currencyAllocations,
  currencyReports,
  environmentEntitlements,
  getEntitlement,
  getTenantCapacity,
  isvContracts,
  storageWarnings,
];

/** The function of a name that the SDK has. */
export function functionOf(name: string): FunctionDefinition {
  const found = functions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no function ${name}`);
  return found;
}
