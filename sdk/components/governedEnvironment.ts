import type { ComponentResourceOptions, CustomResourceOptions, Input, Output } from "@pulumi/pulumi";
import { ComponentResource } from "@pulumi/pulumi";

import type { GovernedEnvironmentArgs } from "../governedEnvironmentArgs";
import { namedAssignments } from "../roleAssignmentNames";
import {
  BillingPolicyEnvironment,
  Environment,
  EnvironmentGroupMembership,
  ManagedEnvironment,
  RoleAssignment,
} from "../resources";
import { scopes } from "../scopes";

/**
 * An environment that is governed: managed, in a group, under a billing policy, and with its roles.
 *
 *     new GovernedEnvironment("sales", {
 *       environment: {
 *         ...{ displayName: "Sales", environmentSku: "Sandbox", location: "europe", databaseType: "CommonDataService" },
 *         linkedEnvironmentMetadata: { baseLanguageCode: 1033, currency: { code: "EUR" } },
 *       },
 *       environmentGroupId: finance.id,
 *       billingPolicyId: payg.id,
 *       roleAssignments: [
 *         { principalObjectId: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", principalType: "Group", roleDefinitionId: "reader" },
 *       ],
 *     });
 *
 * Its resources are children: `Environment` `{name}`, `ManagedEnvironment` `{name}-managed`, `EnvironmentGroupMembership`
 * `{name}-group`, `BillingPolicyEnvironment` `{name}-billing`, and `RoleAssignment` `{name}-{role}-{principal}` or
 * `{name}-{key}`. They are made in this order, the last three side by side, and deleted in the opposite order. A Managed
 * Environment needs Dataverse (`databaseType`). To delete the environment, it needs `allowDelete: true`.
 * https://learn.microsoft.com/power-platform/admin/managed-environment-overview
 */
export class GovernedEnvironment extends ComponentResource {
  /** Id of the environment, a GUID. */
  readonly environmentId: Output<string>;
  /** The environment itself, with all that is known of it. */
  readonly environment: Environment;

  constructor(name: string, args: GovernedEnvironmentArgs, options?: ComponentResourceOptions) {
    super("power-platform:index:GovernedEnvironment", name, {}, options);
    const { environmentGroupId, billingPolicyId } = args;
    this.environment = new Environment(name, args.environment, { parent: this });
    const environmentId = this.environment.id;
    const managed = new ManagedEnvironment(`${name}-managed`, { environmentId }, { parent: this });
    const governed: CustomResourceOptions = { parent: this, dependsOn: managed };
    const adopt = adopting(args.environment.adopt);

    if (environmentGroupId !== undefined)
      new EnvironmentGroupMembership(`${name}-group`, { environmentGroupId, environmentId, ...adopt }, governed);
    if (billingPolicyId !== undefined) {
      // A policy that was needed to create the environment has it already.
      const linked = args.environment.billingPolicyId === undefined ? adopt : { adopt: true };
      new BillingPolicyEnvironment(`${name}-billing`, { billingPolicyId, environmentId, ...linked }, governed);
    }
    const scope = scopes.environment(environmentId);
    for (const [key, assignment] of namedAssignments(args.roleAssignments))
      new RoleAssignment(`${name}-${key}`, { ...adopt, ...assignment, scope }, governed);

    this.environmentId = environmentId;
    this.registerOutputs({ environmentId });
  }
}

const adopting = (adopt: Input<boolean> | undefined) => (adopt === undefined ? {} : { adopt });
