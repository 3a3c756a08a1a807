// Made from provider/functions/licensing/enforcementRule.ts by `npm run generate`; a test says when it is not current.

/** What happens when an allocation is used up. */
export interface EnforcementRule {
  /** `Alert`, `PayGo`, `TenantPool` or `Deny`. */
  readonly ruleType: string | undefined;
  /** Whether the rule holds. */
  readonly enabled: boolean | undefined;
}
