import type { Answer } from "../../answer";
import { answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { page } from "../../paging";
import { refuse, wrapped } from "../../refusal";
import type { Entity } from "../../tenant/entity";
import { isSameId } from "../../tenant/entity";
import type { LegacyRuleSet } from "../../tenant/governanceTypes";
import type { OperationHandler } from "../operationHandler";

/** `{}` when there is none (recorded). `$filter` and its like are accepted and without effect. */
const listRuleSets: OperationHandler = (call) => {
  const stored = call.tenantState.tenant.ruleSets.list().map(ruleSetWire);
  return stored.length === 0 ? answer(200, {}) : page(call, stored);
};

/** A list of one, or 204. */
const getEnvironmentGroupRuleSet: OperationHandler = (call) => {
  const groupId = groupOf(call);
  if (groupId === undefined) return groupMissing(call);
  const stored = ofGroup(call, groupId);
  return stored === undefined ? answer(204) : answer(200, { value: [ruleSetWire(stored)] });
};

/** One a group. What a second one is answered is unknown. */
const createEnvironmentGroupRuleSet: OperationHandler = (call) => {
  const { tenantState } = call;
  const environmentGroupId = groupOf(call);
  if (environmentGroupId === undefined) return groupMissing(call);
  if (ofGroup(call, environmentGroupId) !== undefined) {
    const message = `The environment group '${environmentGroupId}' has a rule set already.`;
    return { ...answer(409, wrapped({ code: "Conflict", message })), undocumented: true };
  }
  const created = tenantState.tenant.ruleSets.add({
    ...membersOf(call.body),
    id: tenantState.newId(),
    environmentGroupId,
    lastModified: tenantState.now(),
  });
  return answer(201, ruleSetWire(created));
};

/** Replaces the whole; the body carries the id of the rule set. */
const updateRuleSet: OperationHandler = (call) => {
  const { tenantState } = call;
  const stored = tenantState.tenant.ruleSets.get(param(call, "ruleSetId"));
  if (stored === undefined) return ruleSetMissing(call);
  if (!isSameId(call.body.id, stored.id)) {
    return refuse(call, 400, { code: "InvalidRequest", message: `id: has to be '${stored.id}'.` });
  }
  const { id, environmentGroupId } = stored;
  const replaced = tenantState.tenant.ruleSets.update(id, () => ({
    ...membersOf(call.body),
    id,
    environmentGroupId,
    lastModified: tenantState.now(),
  }));
  return answer(200, ruleSetWire(replaced));
};

const deleteRuleSet: OperationHandler = (call) =>
  call.tenantState.tenant.ruleSets.remove(param(call, "ruleSetId")) ? answer(200) : ruleSetMissing(call);

/** Names its group in the filter; `hasStagedChanges` is on the wire only. */
function ruleSetWire({ environmentGroupId, parameters = [], ...members }: LegacyRuleSet): Entity {
  const group = { id: environmentGroupId, type: "EnvironmentGroup" };
  return {
    ...members,
    environmentFilter: { type: "Include", values: [group] },
    parameters: parameters.map((parameter) => ({ ...parameter, hasStagedChanges: false })),
  };
}

/** What a client sets; the group is that of the route. */
const membersOf = ({ parameters = [] }: { parameters?: Entity[] }): Partial<LegacyRuleSet> => ({ parameters });

const groupOf = (call: Call): string | undefined =>
  call.tenantState.tenant.environmentGroups.get(param(call, "environmentGroupId"))?.id;

const ofGroup = (call: Call, groupId: string): LegacyRuleSet | undefined =>
  call.tenantState.tenant.ruleSets.list(({ environmentGroupId }) => isSameId(environmentGroupId, groupId))[0];

const groupMissing = (call: Call): Answer =>
  missing(
    "EnvironmentGroupNotFound",
    `The environment group '${param(call, "environmentGroupId")}' could not be found.`,
  );

const ruleSetMissing = (call: Call): Answer =>
  missing("RuleSetNotFound", `The rule set '${param(call, "ruleSetId")}' could not be found.`);

/** No source lists a 404 here, and the behaviour notes say to expect one. */
const missing = (code: string, message: string): Answer => ({
  ...answer(404, wrapped({ code, message })),
  undocumented: true,
});

export const ruleSetOperations = {
  listRuleSets,
  getEnvironmentGroupRuleSet,
  createEnvironmentGroupRuleSet,
  updateRuleSet,
  deleteRuleSet,
};
