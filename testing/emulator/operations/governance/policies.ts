import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { page } from "../../paging";
import { refuse, wrapped } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { RuleBasedPolicy, RuleSet } from "../../tenant/governanceTypes";
import type { OperationHandler } from "../operationHandler";
import { assignmentsOf } from "./syncedPolicies";
import { policiesOf, policyMissing, policyOf } from "./policyOf";
import { policyWire } from "./policyWire";
import { typeProblem } from "./ruleInputs";

const listRuleBasedPolicies: OperationHandler = (call) =>
  page(
    call,
    policiesOf(call).map((policy) => policyWire(call, policy)),
  );

const getRuleBasedPolicy: OperationHandler = (call) => {
  const policy = policyOf(call);
  return policy === undefined ? policyMissing(call) : answer(200, policyWire(call, policy));
};

/** Not idempotent; names may repeat: their uniqueness is unknown. */
const createRuleBasedPolicy: OperationHandler = (call) => {
  const { tenantState } = call;
  const refused = refuseBody(call);
  if (refused) return refused;
  const { name, ruleSets } = bodyOf(call);
  const created = tenantState.tenant.ruleBasedPolicies.add({
    id: tenantState.newId(),
    ...(name === undefined ? {} : { name }),
    ruleSets: merged([], ruleSets),
    lastModified: tenantState.now(),
  });
  return answer(200, policyWire(call, created));
};

/** Takes the whole policy, and no less than it holds: a rule set goes by removeRule alone (Terraform provider). */
const replaceRuleBasedPolicy: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const refused = refuseBody(call);
  if (refused) return refused;
  const { name, ruleSets } = bodyOf(call);
  const dropped = policy.ruleSets?.find(({ id }) => !ruleSets.some((ruleSet) => isSameId(ruleSet.id, id)));
  if (dropped !== undefined) {
    return invalid(call, `The rule set '${dropped.id}' cannot be left out; remove it with removeRule.`);
  }
  const changed = change(call, policy, name, merged([], ruleSets));
  if (call.tenantState.settings.answers === "recorded") return answer(200, policyWire(call, changed));
  const { id: policyId, tenantId } = changed;
  return answer(200, { policyId, tenantId, resourceType: "NotSpecified", ruleSetCount: changed.ruleSets?.length ?? 0 });
};

/** Rule sets match by id; those not mentioned stay. What it sets carries the time (seen in one tenant). */
const patchRuleBasedPolicy: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const refused = refuseBody(call, { isPartial: true });
  if (refused) return refused;
  const { name, ruleSets } = bodyOf(call);
  const dated = ruleSets.map((ruleSet) => ({ ...ruleSet, lastModifiedDate: call.tenantState.now() }));
  return answer(200, policyWire(call, change(call, policy, name, merged(policy.ruleSets ?? [], dated))));
};

/** Wants the present name of the policy (guide). A rule set that the policy does not hold is passed over. */
const removeRuleFromRuleBasedPolicy: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const { name, ruleSets } = bodyOf(call);
  if (name !== policy.name) return invalid(call, `The name has to be the one of the policy, '${String(policy.name)}'.`);
  const kept = policy.ruleSets?.filter(({ id }) => !ruleSets.some((ruleSet) => isSameId(ruleSet.id, id))) ?? [];
  return answer(200, policyWire(call, change(call, policy, name, kept)));
};

/** Undocumented; 204 and then 404 were seen. Refused while the policy is assigned; the status of that is unknown. */
const deleteRuleBasedPolicy: OperationHandler = (call) => {
  const policy = policyOf(call);
  if (policy === undefined) return policyMissing(call);
  const assigned = assignmentsOf(call.tenantState).find(({ policyId }) => isSameId(policyId, policy.id));
  if (assigned !== undefined) {
    const message = `The policy '${policy.id}' is assigned to the ${assigned.resourceType} '${assigned.resourceId}'.`;
    return { ...answer(409, wrapped({ code: "PolicyAssigned", message })), undocumented: true };
  }
  call.tenantState.tenant.ruleBasedPolicies.remove(policy.id);
  return answer(204);
};

interface PolicyBody {
  name?: string;
  ruleSets: RuleSet[];
}

const bodyOf = (call: Call): PolicyBody => ({ ruleSets: [], ...call.body });

function refuseBody(call: Call, { isPartial = false } = {}): Answer | undefined {
  const { name, ruleSets } = bodyOf(call);
  if (!isPartial && !name) return invalid(call, "name: must be there.");
  if (call.tenantState.settings.ruleValues === "typed") return undefined;
  const problem = ruleSets.map(typeProblem).find((each) => each !== undefined);
  return problem === undefined ? undefined : invalid(call, problem);
}

/** The policy as it is afterwards. One that follows from a group is as before: the group undoes the change. */
function change(call: Call, policy: RuleBasedPolicy, name: string | undefined, ruleSets: RuleSet[]): RuleBasedPolicy {
  const { ruleBasedPolicies } = call.tenantState.tenant;
  if (!ruleBasedPolicies.has(policy.id)) return policy;
  return ruleBasedPolicies.update(policy.id, {
    ...(name === undefined ? {} : { name }),
    ruleSets,
    lastModified: call.tenantState.now(),
  });
}

/** Rule sets with others put in their places by id, or after them. */
const merged = (present: readonly RuleSet[], news: readonly RuleSet[]): RuleSet[] => {
  const result = new Map([...present, ...news].map((ruleSet) => [ruleSet.id.toLowerCase(), ruleSet]));
  return [...result.values()];
};

const invalid = (call: Call, message: string): Answer => refuse(call, 400, { code: "InputValidationError", message });

export const policyOperations = {
  listRuleBasedPolicies,
  createRuleBasedPolicy,
  getRuleBasedPolicy,
  replaceRuleBasedPolicy,
  patchRuleBasedPolicy,
  removeRuleFromRuleBasedPolicy,
  deleteRuleBasedPolicy,
};
