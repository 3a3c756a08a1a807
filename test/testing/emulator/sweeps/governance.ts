import { seeded } from "../../../../testing/emulator";
import { ruleBasedPolicy } from "../bodies";
import type { Harness } from "../harness";

const policies = "/governance/ruleBasedPolicies";
const counted = "?includeRuleSetCounts=true";

/** Calls each operation of rule-based policies and their assignments. */
export async function sweepGovernance(api: Harness): Promise<void> {
  const { body } = await api.post(policies, ruleBasedPolicy());
  const policy = `${policies}/${String(body.id)}`;
  await api.get(policies);
  await api.get(`${policy}?includeCustomerContent=true`);
  await api.put(policy, ruleBasedPolicy());
  await api.patch(policy, ruleBasedPolicy());
  await api.patch(`${policy}/removeRule`, ruleBasedPolicy());
  const group = `environmentGroups/${seeded.groupId}/assignments`;
  const environment = `environments/${seeded.managedEnvironmentId}/assignments`;
  await api.post(`${policy}/${group}`, { assignmentOverrides: [] });
  await api.get(`${policy}/assignments${counted}`);
  await api.get(`${policies}/assignments${counted}`);
  await api.get(`${policies}/${group}${counted}`);
  await api.delete(`${policy}/${group}`);
  await api.delete(policy);
  const other = await api.post(policies, ruleBasedPolicy());
  await api.post(`${policies}/${String(other.body.id)}/${environment}`, {});
  await api.get(`${policies}/${environment}${counted}`);
}
