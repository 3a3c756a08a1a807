import { seeded } from "../../../../testing/emulator";
import { ruleBasedPolicy, ruleSet } from "../bodies";
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
  await sweepRuleSets(api);
}

async function sweepRuleSets(api: Harness): Promise<void> {
  const ofGroup = `/governance/environmentGroups/${seeded.groupId}/ruleSets`;
  await api.get("/governance/ruleSets");
  await api.get(ofGroup);
  const { body } = await api.post(ofGroup, ruleSet());
  await api.get(ofGroup);
  await api.get("/governance/ruleSets");
  await api.put(`/governance/ruleSets/${String(body.id)}`, ruleSet({ id: body.id }));
  await api.delete(`/governance/ruleSets/${String(body.id)}`);
}
