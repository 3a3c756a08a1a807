// Made from provider/functions/governance/environmentGroupRuleSets.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getEnvironmentGroupRuleSets}. */
export interface GetEnvironmentGroupRuleSetsArgs {
  /** Id of the environment group. */
  environmentGroupId: string;
}

/** The group, or environments. */
export interface ListedEnvironmentGroupRuleSetEnvironmentFilterValues {
  /** Id of the group or the environment. */
  readonly id: string | undefined;
  /** Name for people. */
  readonly name: string | undefined;
  /** Such as `EnvironmentGroup`. */
  readonly type: string | undefined;
}

/** Which environments it is for. */
export interface ListedEnvironmentGroupRuleSetEnvironmentFilter {
  /** `Include` or `Exclude`. */
  readonly type: string | undefined;
  /** The group, or environments. */
  readonly values: ListedEnvironmentGroupRuleSetEnvironmentFilterValues[] | undefined;
}

/** Its values, all of them text. */
export interface ListedEnvironmentGroupRuleSetParametersValue {
  /** Name of the value, such as `MaximumShareLimit`. */
  readonly id: string | undefined;
  /** The value, such as `"42"` or `"true"`. */
  readonly value: string | undefined;
}

/** The rules. */
export interface ListedEnvironmentGroupRuleSetParameters {
  /** Which rule it is, such as `Sharing`. */
  readonly type: string | undefined;
  /** What it is about, such as `App` or `Flow`. */
  readonly resourceType: string | undefined;
  /** Its values, all of them text. */
  readonly value: ListedEnvironmentGroupRuleSetParametersValue[] | undefined;
}

/** An item of {@link getEnvironmentGroupRuleSets}. */
export interface ListedEnvironmentGroupRuleSet {
  /** Id of the rule set. */
  readonly id: string | undefined;
  /** When it was changed, UTC. */
  readonly lastModified: string | undefined;
  /** Which environments it is for. */
  readonly environmentFilter: ListedEnvironmentGroupRuleSetEnvironmentFilter | undefined;
  /** The rules. */
  readonly parameters: ListedEnvironmentGroupRuleSetParameters[] | undefined;
}
