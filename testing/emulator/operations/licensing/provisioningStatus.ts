import type { Looks } from "../../settings";
import type { BillingPolicy } from "../../tenant/types";
import type { TenantState } from "../../tenantState";

/** Makes a policy `Provisioning` for so many reads; its present status comes after. Zero changes nothing. */
export function startProvisioning(tenantState: TenantState, policy: BillingPolicy, looks: Looks): BillingPolicy {
  const { provisioningPolicies, billingPolicies } = tenantState.tenant;
  provisioningPolicies.remove(policy.id);
  if (looks === 0) return policy;
  provisioningPolicies.add({
    billingPolicyId: policy.id,
    status: policy.status === "Disabled" ? "Disabled" : "Enabled",
    looksLeft: looks === "untilTold" ? null : looks,
  });
  return billingPolicies.update(policy.id, { status: "Provisioning" });
}

/** The policy as a read sees it. Each read brings one that is `Provisioning` a step nearer to its end. */
export function lookAtPolicy({ tenant }: TenantState, id: string): BillingPolicy | undefined {
  const policy = tenant.billingPolicies.get(id);
  const pending = tenant.provisioningPolicies.get(id);
  if (policy?.status !== "Provisioning" || pending === undefined || pending.looksLeft === null) return policy;
  if (pending.looksLeft > 0) {
    tenant.provisioningPolicies.update(id, { looksLeft: pending.looksLeft - 1 });
    return policy;
  }
  tenant.provisioningPolicies.remove(id);
  return tenant.billingPolicies.update(id, { status: pending.status });
}
