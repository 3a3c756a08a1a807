// Made from provider/resources/governance/ruleBasedPolicyAssignment.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** Environments that are treated in another way. Only sent with a new assignment: no answer shows them. */
export interface RuleBasedPolicyAssignmentAssignmentOverridesArgs {
  /** Id of the environment or group. */
  resourceId: Input<string>;
  /** What the id is of. */
  resourceType: Input<"Environment" | "EnvironmentGroup" | "NotSpecified" | "Tenant">;
  /** Whether the policy holds for it. */
  behaviorType: Input<"Exclude" | "Include" | "NotSpecified">;
}

/** What a program says of {@link RuleBasedPolicyAssignment}. */
export interface RuleBasedPolicyAssignmentArgs extends ResourceArgs {
  /** Id of the policy. Changing it replaces. */
  policyId: Input<string>;
  /** Id of the group that it governs; either this or environmentId. Changing it replaces. */
  environmentGroupId?: Input<string> | undefined;
  /** Id of the environment that it governs, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId?: Input<string> | undefined;
  /** Environments that are treated in another way. Only sent with a new assignment: no answer shows them. */
  assignmentOverrides?: Input<Input<RuleBasedPolicyAssignmentAssignmentOverridesArgs>[]> | undefined;
}

/** Environments that are treated in another way. Only sent with a new assignment: no answer shows them. */
export interface RuleBasedPolicyAssignmentAssignmentOverrides {
  /** Id of the environment or group. */
  readonly resourceId: string;
  /** What the id is of. */
  readonly resourceType: "Environment" | "EnvironmentGroup" | "NotSpecified" | "Tenant";
  /** Whether the policy holds for it. */
  readonly behaviorType: "Exclude" | "Include" | "NotSpecified";
}

/** What is known of a {@link RuleBasedPolicyAssignment}. */
export interface RuleBasedPolicyAssignmentOutputs {
  /** Id of the policy. */
  readonly policyId: Output<string>;
  /** Id of the group that it governs; either this or environmentId. */
  readonly environmentGroupId: Output<string | undefined>;
  /** Id of the environment that it governs, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string | undefined>;
  /** Environments that are treated in another way. Only sent with a new assignment: no answer shows them. */
  readonly assignmentOverrides: Output<RuleBasedPolicyAssignmentAssignmentOverrides[] | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
