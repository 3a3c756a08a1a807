import type { ResourceDefinition } from "../lifecycle/define";
import { billingPolicy } from "./billingPolicy";
import { environmentGroup } from "./environmentGroup";
import { isvContract } from "./isvContract";
import { roleAssignment } from "./roleAssignment";

/** Every kind of resource, by name. The names are in every state file and are kept for ever. */
export const resources = {
  RoleAssignment: roleAssignment,
  EnvironmentGroup: environmentGroup,
  BillingPolicy: billingPolicy,
  IsvContract: isvContract,
} as const;

export type Kind = keyof typeof resources;

export const definitionOf = (kind: Kind): ResourceDefinition => resources[kind];

export const kinds = Object.keys(resources) as Kind[];
