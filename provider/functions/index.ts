import { billingPolicies } from "./licensing/billingPolicies";
import { billingPolicyEnvironments } from "./licensing/billingPolicyEnvironments";
import { environmentGroups } from "./environmentmanagement/environmentGroups";
import { environments } from "./environmentmanagement/environments";
import { isvContracts } from "./licensing/isvContracts";
import type { ListFunction } from "../declare/defineList";
import { roleAssignments } from "./authorization/roleAssignments";
import { roleDefinitions } from "./authorization/roleDefinitions";

export type { ArgsOf, ItemOf, ListFunction, Listing } from "../declare/defineList";

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
