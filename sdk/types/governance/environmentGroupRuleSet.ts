// Made from provider/resources/governance/environmentGroupRuleSet.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** The environments or groups. */
export interface EnvironmentGroupRuleSetEnvironmentFilterValuesArgs {
  /** Its id. */
  id: Input<string>;
  /** Its name. */
  name?: Input<string> | undefined;
  /** What it is, such as `EnvironmentGroup`. */
  type?: Input<string> | undefined;
}

/**
 * Environments of the group that the rules hold for, or do not. Left out, the service decides: the whole group. Changes in place.
 */
export interface EnvironmentGroupRuleSetEnvironmentFilterArgs {
  /** Whether the named ones are in or out. */
  type: Input<"NotSpecified" | "Include" | "Exclude">;
  /** The environments or groups. */
  values?: Input<Input<EnvironmentGroupRuleSetEnvironmentFilterValuesArgs>[]> | undefined;
}

/** Settings of the rule. */
export interface EnvironmentGroupRuleSetParametersValueArgs {
  /** Name of the setting, such as `MaximumShareLimit`. */
  id: Input<string>;
  /** Its value as text, such as `42`, `true` or `21.00:00:00`. */
  value: Input<string>;
}

/** The rules. Changes in place. */
export interface EnvironmentGroupRuleSetParametersArgs {
  /** The rule. */
  type: Input<
    | "NotSpecified"
    | "Sharing"
    | "AdminDigest"
    | "SolutionChecker"
    | "MakerOnboarding"
    | "Lifecycle"
    | "Copilot"
    | "CrossGeoCopilotDataMovement"
    | "GenerativeAISettings"
    | "CopilotAuth"
    | "FlowAutomationRestrictions"
  >;
  /** What the rule is for. */
  resourceType?: Input<"NotSpecified" | "Flow" | "App" | "AuthoringBot" | "UsersBot"> | undefined;
  /** Settings of the rule. */
  value: Input<Input<EnvironmentGroupRuleSetParametersValueArgs>[]>;
}

/** What a program says of {@link EnvironmentGroupRuleSet}. */
export interface EnvironmentGroupRuleSetArgs extends ResourceArgs {
  /** Id of the group. Changing it replaces. */
  environmentGroupId: Input<string>;
  /**
   * Environments of the group that the rules hold for, or do not. Left out, the service decides: the whole group. Changes in place.
   */
  environmentFilter?: Input<EnvironmentGroupRuleSetEnvironmentFilterArgs> | undefined;
  /** The rules. Changes in place. */
  parameters: Input<Input<EnvironmentGroupRuleSetParametersArgs>[]>;
}

/** The environments or groups. */
export interface EnvironmentGroupRuleSetEnvironmentFilterValues {
  /** Its id. */
  readonly id: string;
  /** Its name. */
  readonly name: string | undefined;
  /** What it is, such as `EnvironmentGroup`. */
  readonly type: string | undefined;
}

/**
 * Environments of the group that the rules hold for, or do not. Left out, the service decides: the whole group.
 */
export interface EnvironmentGroupRuleSetEnvironmentFilter {
  /** Whether the named ones are in or out. */
  readonly type: "NotSpecified" | "Include" | "Exclude";
  /** The environments or groups. */
  readonly values: EnvironmentGroupRuleSetEnvironmentFilterValues[] | undefined;
}

/** Settings of the rule. */
export interface EnvironmentGroupRuleSetParametersValue {
  /** Name of the setting, such as `MaximumShareLimit`. */
  readonly id: string;
  /** Its value as text, such as `42`, `true` or `21.00:00:00`. */
  readonly value: string;
}

/** The rules. */
export interface EnvironmentGroupRuleSetParameters {
  /** The rule. */
  readonly type:
    | "NotSpecified"
    | "Sharing"
    | "AdminDigest"
    | "SolutionChecker"
    | "MakerOnboarding"
    | "Lifecycle"
    | "Copilot"
    | "CrossGeoCopilotDataMovement"
    | "GenerativeAISettings"
    | "CopilotAuth"
    | "FlowAutomationRestrictions";
  /** What the rule is for. */
  readonly resourceType: "NotSpecified" | "Flow" | "App" | "AuthoringBot" | "UsersBot" | undefined;
  /** Settings of the rule. */
  readonly value: EnvironmentGroupRuleSetParametersValue[];
}

/** What is known of a {@link EnvironmentGroupRuleSet}. */
export interface EnvironmentGroupRuleSetOutputs {
  /** Id of the group. */
  readonly environmentGroupId: Output<string>;
  /**
   * Environments of the group that the rules hold for, or do not. Left out, the service decides: the whole group.
   */
  readonly environmentFilter: Output<EnvironmentGroupRuleSetEnvironmentFilter | undefined>;
  /** The rules. */
  readonly parameters: Output<EnvironmentGroupRuleSetParameters[]>;
  /** When it was last changed. */
  readonly lastModified: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
