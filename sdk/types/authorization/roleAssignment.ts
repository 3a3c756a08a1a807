// Made from provider/resources/authorization/roleAssignment.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";

/** What a program says of {@link RoleAssignment}. */
export interface RoleAssignmentArgs extends ResourceArgs {
  /**
   * Entra object id of the principal: of the user, the group, or (for an application) of its enterprise application;
   * neither a client id nor an e-mail address. Changing it replaces.
   */
  principalObjectId: Input<string>;
  /**
   * Kind of the principal: `User`, `Group` or `ApplicationUser`. Applications and managed identities are
   * `ApplicationUser`; the service refuses `ServicePrincipal` (observed August 2026). Changing it replaces.
   */
  principalType: Input<"User" | "Group" | "ApplicationUser">;
  /**
   * The role: id of a role definition, or the name of a built-in role in any case (`owner`, `contributor`, `reader`,
   * `roleBasedAccessControlAdministrator`, or as Microsoft writes it, `Power Platform reader`). Changing it replaces.
   */
  roleDefinitionId: Input<string>;
  /**
   * Where the role holds: `tenant`, `/environmentGroups/{id}`, `/environments/{id}`, or the same after
   * `/tenants/{tenantId}`, which then must be the provider's tenant. Changing it replaces.
   * @see scopes in the SDK
   */
  scope: Input<string>;
}

/** What is known of a {@link RoleAssignment}. */
export interface RoleAssignmentOutputs {
  /**
   * Entra object id of the principal: of the user, the group, or (for an application) of its enterprise application;
   * neither a client id nor an e-mail address.
   */
  readonly principalObjectId: Output<string>;
  /**
   * Kind of the principal: `User`, `Group` or `ApplicationUser`. Applications and managed identities are
   * `ApplicationUser`; the service refuses `ServicePrincipal` (observed August 2026).
   */
  readonly principalType: Output<"User" | "Group" | "ApplicationUser">;
  /**
   * The role: id of a role definition, or the name of a built-in role in any case (`owner`, `contributor`, `reader`,
   * `roleBasedAccessControlAdministrator`, or as Microsoft writes it, `Power Platform reader`).
   */
  readonly roleDefinitionId: Output<string>;
  /**
   * Where the role holds: `tenant`, `/environmentGroups/{id}`, `/environments/{id}`, or the same after
   * `/tenants/{tenantId}`, which then must be the provider's tenant.
   */
  readonly scope: Output<string>;
  /** The service's id of the assignment, a GUID. */
  readonly roleAssignmentId: Output<string>;
  /** Kind of the principal that made the assignment, such as `User`. */
  readonly createdByPrincipalType: Output<string>;
  /** Entra object id of the principal that made the assignment. */
  readonly createdByPrincipalObjectId: Output<string>;
  /** When it was made, as the service writes it. */
  readonly createdOn: Output<string>;
  /** When it ends; absent for a permanent one. The create request cannot set it. */
  readonly expiresOn: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
