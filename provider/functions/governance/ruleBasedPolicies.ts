import { caseless, id, integer, json, list, object, text, timestamp } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The rule-based policies of the tenant with their rules; also in a preview. The welcome text of a policy is empty: the list of the
 * service leaves it out.
 *
 *     export const policies = getRuleBasedPoliciesOutput({ name: "Finance" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/governance/rule-based-policies/list-rule-based-policies
 */
export const ruleBasedPolicies = defineList({
  name: "getRuleBasedPolicies",
  result: "ruleBasedPolicies",
  apiVersion: "2024-10-01",
  path: "/governance/ruleBasedPolicies",
  permissionInRoles: "Governance.RuleBasedPolicies.Read",
  args: {
    /** Id of a policy. */
    id: id().optional(),
    /** Name of the policy, in any case. */
    name: caseless().optional(),
  },
  item: {
    /** Id of the policy. */
    id: text().optional(),
    /** Name of the policy. */
    name: text().optional(),
    /** When it was changed, UTC. */
    lastModified: timestamp().optional(),
    /** Number of its rule sets. */
    ruleSetCount: integer().optional(),
    /** The tenant. */
    tenantId: text().optional(),
    /** Its rules. */
    ruleSets: list(
      object({
        /** Name of the rule, such as `ConnectorManagement`. */
        id: text().optional(),
        /** Such as `1.0`. */
        version: text().optional(),
        /** When the rule was changed, UTC. */
        lastModifiedDate: timestamp().optional(),
        /** Inputs of the rule. Booleans and numbers may come as text. */
        inputs: json(() => true).optional(),
      }),
    ).optional(),
  },
});
