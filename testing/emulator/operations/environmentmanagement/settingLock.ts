import { isSameId } from "../../tenant/entity";
import { policyOfGroup } from "../../tenant/policyOfGroup";
import type { TenantState } from "../../tenantState";

/**
 * What locks a setting in the environments of a group: a rule whose input has the setting's name, or one that a test
 * asks for. A group's rules lock the matching settings of its members (Microsoft's guide).
 */
export function settingLock({ tenant, settings }: TenantState, groupId: string, name: string): string | undefined {
  const rule = policyOfGroup(tenant, groupId)?.ruleSets?.find(({ inputs = {} }) =>
    Object.keys(inputs).some((input) => isSameId(input, name)),
  );
  if (rule !== undefined) return `the rule ${rule.id}`;
  return settings.lockedEnvironmentSettings.some((each) => isSameId(each, name)) ? "a rule" : undefined;
}
