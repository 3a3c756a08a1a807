import { flag, object, text } from "../../declare/fields";

/** What happens when an allocation is used up. */
export const enforcementRule = () =>
  object({
    /** `Alert`, `PayGo`, `TenantPool` or `Deny`. */
    ruleType: text().optional(),
    /** Whether the rule holds. */
    enabled: flag().optional(),
  });
