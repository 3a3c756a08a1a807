import type { Input } from "@pulumi/pulumi";

import type { EnvironmentArgs, RoleAssignmentArgs } from "./types";

/** A role on the environment: a `RoleAssignment` whose scope is the environment. */
export interface GovernedRoleAssignmentArgs extends Omit<RoleAssignmentArgs, "scope"> {}

/** What a program says of {@link GovernedEnvironment}. */
export interface GovernedEnvironmentArgs {
  /**
   * The environment, with the arguments of `Environment`. With `adopt: true` also its membership, its billing link and its role
   * assignments are adopted if they exist already.
   */
  environment: EnvironmentArgs;
  /** Id of the group that it is a member of. Without it there is no membership. A change moves the environment. */
  environmentGroupId?: Input<string> | undefined;
  /**
   * Id of the billing policy that pays for it. Without it there is no link. A change moves the environment. A tenant that
   * needs a policy to create an environment needs it in `environment.billingPolicyId` too.
   */
  billingPolicyId?: Input<string> | undefined;
  /**
   * Who has which role on the environment. In a list, the role and the principal give each its name, so the principal has to be
   * a plain text. In an object each has its own name, and the principal may be an output of another resource.
   */
  roleAssignments?:
    readonly GovernedRoleAssignmentArgs[] | Readonly<Record<string, GovernedRoleAssignmentArgs>> | undefined;
}
