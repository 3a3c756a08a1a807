import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { param } from "../../call";
import { refuse } from "../../refusal";
import type { RuleBasedPolicy } from "../../tenant/governanceTypes";

export const policyOf = (call: Call): RuleBasedPolicy | undefined =>
  call.tenantState.tenant.ruleBasedPolicies.get(param(call, "policyId"));

export const policyMissing = (call: Call): Answer =>
  refuse(call, 404, {
    code: "PolicyNotFound",
    message: `The policy '${param(call, "policyId")}' could not be found.`,
  });
