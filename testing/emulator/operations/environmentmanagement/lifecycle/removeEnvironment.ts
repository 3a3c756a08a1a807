import { isSameId } from "../../../tenant/entity";
import type { Tenant } from "../../../tenant/tenant";

/** Removes an environment with all that hangs on it: settings, role assignments, the links to policies, allocations. */
export function removeEnvironment(tenant: Tenant, environmentId: string): void {
  tenant.environments.remove(environmentId);
  tenant.environmentSettings.remove(environmentId);
  removeRoleAssignmentsAt(tenant, `/tenants/${tenant.id}/environments/${environmentId}`);
  for (const link of tenant.billingPolicyEnvironments.list()) {
    if (isSameId(link.environmentId, environmentId)) {
      tenant.billingPolicyEnvironments.remove(`${link.billingPolicyId}/${link.environmentId}`);
    }
  }
  for (const allocation of tenant.currencyAllocations.list()) {
    if (isSameId(allocation.environmentId, environmentId)) {
      tenant.currencyAllocations.remove(`${allocation.environmentId}/${allocation.currencyType}`);
    }
  }
  for (const { policyId, resourceType, resourceId } of tenant.ruleAssignments.list()) {
    if (resourceType === "Environment" && isSameId(resourceId, environmentId)) {
      tenant.ruleAssignments.remove(`${policyId}/${resourceType}/${resourceId}`);
    }
  }
}

export function removeRoleAssignmentsAt(tenant: Tenant, scope: string): void {
  for (const assignment of tenant.roleAssignments.list()) {
    if (isSameId(assignment.scope, scope)) tenant.roleAssignments.remove(assignment.roleAssignmentId);
  }
}
