import type { Call } from "../../declare/call";
import { defineLink } from "../../declare/define";
import { computedWhenAbsent, environmentId, guid, id, list, object, oneOf } from "../../declare/fields";
import { environmentInId, wrongId } from "../../declare/namedAddress";
import type { Address, Place } from "../../declare/place";
import { isAbsent, isValues, type Values } from "../../declare/plainValues";
import type { Failure } from "../../errors";

const policies = "/governance/ruleBasedPolicies";

/** What a policy is assigned to, as an id names it. */
type Target = "environmentGroups" | "environments";

const targetOf = (values: Values): Target => (isAbsent(values.environmentId) ? "environmentGroups" : "environments");

function placeOf(policyId: string, target: Target, targetId: string): Place {
  const isGroup = target === "environmentGroups";
  return {
    collection: `${policies}/${encodeURIComponent(policyId)}/assignments`,
    wireId: targetId,
    parent: { kind: "RuleBasedPolicy", id: policyId, collection: policies },
    scope: `/${target}/${targetId}`,
    named: { policyId, [isGroup ? "environmentGroupId" : "environmentId"]: targetId },
  };
}

const placeIn = (values: Values): Place => {
  const targetId = String(values.environmentId ?? values.environmentGroupId);
  return placeOf(String(values.policyId).toLowerCase(), targetOf(values), environmentInId(targetId));
};

const address: Address = {
  of: placeIn,
  id: (inputs) => {
    const { named = {}, wireId } = placeIn(inputs);
    return `${String(named.policyId)}/${targetOf(inputs)}/${wireId}`;
  },
  parse: (id) => {
    const [, policyId, target, targetId] = /^([^/\s]+)\/(environmentGroups|environments)\/([^/\s]+)$/i.exec(id) ?? [];
    if (policyId === undefined || target === undefined || targetId === undefined) {
      throw wrongId(
        `"${id}" is not the id of a policy's assignment: write {policyId}/environmentGroups/{id} or {policyId}/environments/{id}`,
      );
    }
    const isGroup = target.toLowerCase() === "environmentgroups";
    return placeOf(policyId.toLowerCase(), isGroup ? "environmentGroups" : "environments", environmentInId(targetId));
  },
};

const route = ({ named = {}, wireId }: Place): string =>
  `${policies}/${encodeURIComponent(String(named.policyId))}/${targetOf(named)}/${encodeURIComponent(wireId)}/assignments`;

const add: Call = {
  method: "POST",
  path: route,
  body: (_place, { assignmentOverrides = [] }) => ({ assignmentOverrides }),
  isReplaySafe: true,
};

function rules({ environmentGroupId, environmentId }: Values): readonly Failure[] {
  if (isAbsent(environmentGroupId) !== isAbsent(environmentId)) return [];
  const reason = isAbsent(environmentId)
    ? "is required: a policy is assigned to a group or to an environment (environmentId)"
    : "is too much beside environmentId: a policy is assigned to a group or to an environment";
  return [{ property: "environmentGroupId", reason }];
}

/** Assignments name what they are for by type and id. */
function named(item: Values): Values {
  const { resourceType, resourceId, policyId } = item;
  if (typeof resourceType !== "string") return item;
  const isGroup = resourceType.toLowerCase() === "environmentgroup";
  return { policyId, resourceId, [isGroup ? "environmentGroupId" : "environmentId"]: resourceId };
}

/**
 * A rule-based policy that governs an environment group, or one environment.
 *
 *     new RuleBasedPolicyAssignment("finance", {
 *       policyId: "70110000-0000-4000-8000-000000000001",
 *       environmentGroupId: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
 *     });
 *
 * A group has at most one policy. Nothing of an assignment can change: every change makes a new one, after the old one was removed.
 * The API has no published way to take a policy from an environment: it is tried, and where it is refused the assignment is left,
 * with a warning.
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies
 * @id `{policyId}/environmentGroups/{id}` or `{policyId}/environments/{id}`
 */
export const ruleBasedPolicyAssignment = defineLink({
  kind: "RuleBasedPolicyAssignment",
  apiVersion: "2024-10-01",
  fields: {
    /** Id of the policy. Changing it replaces. */
    policyId: id({ replaces: true }),
    /** Id of the group that it governs; either this or environmentId. Changing it replaces. */
    environmentGroupId: computedWhenAbsent(guid({ replaces: true })),
    /** Id of the environment that it governs, a GUID or `Default-{tenantId}`. Changing it replaces. */
    environmentId: computedWhenAbsent(environmentId({ replaces: true })),
    /** Environments that are treated in another way. Only sent with a new assignment: no answer shows them. */
    assignmentOverrides: computedWhenAbsent(
      list(
        object({
          /** Id of the environment or group. */
          resourceId: id(),
          /** What the id is of. */
          resourceType: oneOf(["Environment", "EnvironmentGroup", "NotSpecified", "Tenant"]),
          /** Whether the policy holds for it. */
          behaviorType: oneOf(["Exclude", "Include", "NotSpecified"]),
        }),
        { writeOnly: true },
      ),
    ),
  },
  outputs: {},
  address,
  wireId: "resourceId",
  named,
  rules,
  queries: { list: { includeRuleSetCounts: "true" } },
  title: (values) =>
    `of policy ${String(values.policyId)} to ${targetOf(values)}/${String(values.environmentId ?? values.environmentGroupId)}`,
  readBy: "listing",
  oneFor: ["environmentGroupId", "environmentId"],
  elsewhere: async ({ named = {}, wireId }, { get }) => {
    // Environments may have several: that of their group is synced to them.
    if (named.environmentGroupId === undefined) return undefined;
    const path = `${policies}/environmentGroups/${encodeURIComponent(wireId)}/assignments`;
    const answer = await get(path, { includeRuleSetCounts: "true" });
    const found = isValues(answer) && Array.isArray(answer.value) ? answer.value.filter(isValues) : [];
    const other = found.find(({ policyId }) => String(policyId).toLowerCase() !== named.policyId);
    return other && `${String(other.policyId).toLowerCase()}/environmentGroups/${wireId}`;
  },
  movesBack: true,
  naturalKey: ["policyId", "environmentGroupId", "environmentId"],
  add,
  remove: { method: "DELETE", path: route },
  left: ({ named = {}, wireId }) =>
    named.environmentId === undefined
      ? undefined
      : `the API does not take policy ${String(named.policyId)} from environment ${wireId}, which it still governs. Remove its rules, or assign another policy to the environment.`,
  codeAdvice: {
    PolicyAlreadyAssigned: "A group has one policy: add the rules to that one, or remove its assignment first.",
  },
  permissions: {
    writeInRoles: "Governance.RuleBasedPolicies.Write",
    deleteInRoles: "Governance.RuleBasedPolicies.Delete",
  },
});
