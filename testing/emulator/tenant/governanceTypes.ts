import type { Entity } from "./entity";

/** One rule of a policy. Its id names the rule and is unique in the policy. */
export interface RuleSet extends Entity {
  id: string;
  version?: string;
  inputs?: Entity;
  /** Set by a PATCH that changes the rule set. */
  lastModifiedDate?: string;
}

/** A rule-based policy. */
export interface RuleBasedPolicy extends Entity {
  id: string;
  name?: string;
  lastModified?: string;
  ruleSets?: RuleSet[];
}

/** A policy on a group or an environment. Its id in a collection is `{policyId}/{resourceType}/{resourceId}`. */
export interface RuleAssignment extends Entity {
  policyId: string;
  resourceType: "Environment" | "EnvironmentGroup" | "NotSpecified";
  resourceId: string;
  /** Environments that the assignment leaves out; no answer shows them. */
  assignmentOverrides?: Entity[];
}

/** The older rule set of a group; a group has one at most. */
export interface LegacyRuleSet extends Entity {
  id: string;
  environmentGroupId: string;
  lastModified?: string;
  /** Each with `type`, `resourceType` and `value`, a list of `{ id, value }` of text. */
  parameters?: Entity[];
}
