// Made from the declarations beside it by `npm run generate`; a test says when it is not current.

import type { ListFunction } from "./defineList";
import { roleAssignments } from "./authorization/roleAssignments";
import { roleDefinitions } from "./authorization/roleDefinitions";
import { environmentGroups } from "./environmentmanagement/environmentGroups";
import { environments } from "./environmentmanagement/environments";
import { billingPolicies } from "./licensing/billingPolicies";
import { billingPolicyEnvironments } from "./licensing/billingPolicyEnvironments";
import { isvContracts } from "./licensing/isvContracts";

/** Every function. */
export const functions: readonly ListFunction[] = [
  roleAssignments,
  roleDefinitions,
  environmentGroups,
  environments,
  billingPolicies,
  billingPolicyEnvironments,
  isvContracts,
];

/** The function of a name that the SDK has. */
export function functionOf(name: string): ListFunction {
  const found = functions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no function ${name}`);
  return found;
}
