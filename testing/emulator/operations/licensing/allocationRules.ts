import type { Answer } from "../../answer";
import type { Call } from "../../call";
import { refuse } from "../../refusal";
import { isSameId } from "../../tenant/entity";
import type { RuleSet } from "../../tenant/governanceTypes";
import type { EnforcementRule } from "../../tenant/licensingTypes";
import { policyOfGroup } from "../../tenant/policyOfGroup";
import type { Tenant } from "../../tenant/tenant";
import type { Environment } from "../../tenant/types";

/** An amount that a call asks for. */
export interface WantedAllocation {
  currencyType: string;
  allocated?: number;
  enforcementRules?: EnforcementRule[];
}

/** Why an allocation is refused. The contract has refused storage currencies already. */
export function refuseAllocation(call: Call, environment: Environment, wanted: WantedAllocation): Answer | undefined {
  const { currencyType, allocated = 0, enforcementRules = [] } = wanted;
  if (allocated < 0) return refuse(call, 400, { code: "InvalidRequest", message: "allocated: must not be negative." });
  if (currencyType === creditCurrency && allocated > 0 && allocated < fewestCredits) {
    const message = `allocated: must be 0 or at least ${fewestCredits} for ${creditCurrency}.`;
    return refuse(call, 400, { code: "InvalidRequest", message });
  }
  if (exceedsOwned(call, environment, wanted)) {
    const message = `The tenant does not own ${allocated} of ${currencyType} that no other environment has.`;
    return refuse(call, 400, { code: "InsufficientCapacity", message });
  }
  const policy = policyOfGroup(call.tenantState.tenant, environment.environmentGroupId);
  const lock = policy?.ruleSets?.find(({ id }) => isSameId(id, poolRule));
  if (lock === undefined || currencyType !== creditCurrency) return undefined;
  const isOverridden = enforcementRules.some((rule) => rule.ruleType === "TenantPool" && !agrees(rule, lock));
  if (!isOverridden && call.tenantState.settings.tenantPoolLocks === "rules") return undefined;
  const message = `The rule ${poolRule} governs the tenant pool for the environments of '${environment.environmentGroupId ?? ""}'.`;
  return refuse(call, 400, { code: "TenantPoolLockedByPolicy", message });
}

/** Amount of a code that the tenant has bought. */
export const owned = ({ entitlements }: Tenant, code: string): number =>
  entitlements.get(code)?.entitlement?.capacity?.entitled?.value ?? 0;

/** Amount of a currency that environments have, one of them left out. */
export const allocatedOf = ({ currencyAllocations }: Tenant, currencyType: string, without?: string): number =>
  currencyAllocations
    .list((each) => isSameId(each.currencyType, currencyType) && !isSameId(each.environmentId, without))
    .reduce((sum, { allocated }) => sum + allocated, 0);

function exceedsOwned({ tenantState }: Call, { id }: Environment, { currencyType, allocated = 0 }: WantedAllocation) {
  const { tenant, settings } = tenantState;
  if (settings.overAllocation === "accepted") return false;
  return allocatedOf(tenant, currencyType, id) + allocated > owned(tenant, currencyType);
}

/** Whether an environment's rule says what the rule of its group says: then nothing is overridden. */
const agrees = ({ enabled }: EnforcementRule, { inputs = {} }: RuleSet): boolean =>
  isSameId(inputs.DrawFromTenantCreditPool, enabled);

/** Copilot credits: the currency whose smallest amount and whose pool are special (one tenant; the allocation tutorial). */
const creditCurrency = "MCSMessages";
const fewestCredits = 500;
const poolRule = "CostControlsDrawFromTenantCreditPool";
