import { billingPolicies } from "./billingPolicies";
import { billingPolicyEnvironments } from "./billingPolicyEnvironments";
import { environmentGroups } from "./environmentGroups";
import { environments } from "./environments";
import { isvContracts } from "./isvContracts";
import type { ListFunction } from "./listFunction";
import { roleAssignments } from "./roleAssignments";
import { roleDefinitions } from "./roleDefinitions";

export type { ArgsOf, ItemOf, ListFunction, Listing } from "./listFunction";

/** Every function of the plugin. */
export const functions: readonly ListFunction[] = [
  roleDefinitions,
  roleAssignments,
  environments,
  environmentGroups,
  billingPolicies,
  billingPolicyEnvironments,
  isvContracts,
];

export {
  billingPolicies,
  billingPolicyEnvironments,
  environmentGroups,
  environments,
  isvContracts,
  roleAssignments,
  roleDefinitions,
};
