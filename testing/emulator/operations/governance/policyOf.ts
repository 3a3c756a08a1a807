import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { RuleBasedPolicy } from "../../tenant/governanceTypes";
import { syncedPolicies } from "./syncedPolicies";

/** All policies: those that are stored, and those that follow from a policy of a group. */
export const policiesOf = ({ tenantState }: Call): RuleBasedPolicy[] => [
  ...tenantState.tenant.ruleBasedPolicies.list(),
  ...syncedPolicies(tenantState),
];

export const policyWith = ({ tenantState }: Call, wanted: string): RuleBasedPolicy | undefined =>
  tenantState.tenant.ruleBasedPolicies.get(wanted) ??
  syncedPolicies(tenantState).find(({ id }) => isSameId(id, wanted));

/** The policy that the route names. */
export const policyOf = (call: Call): RuleBasedPolicy | undefined => policyWith(call, param(call, "policyId"));

export const policyMissing = (call: Call): Answer =>
  refuse(call, 404, {
    code: "PolicyNotFound",
    message: `The policy '${param(call, "policyId")}' could not be found.`,
  });
