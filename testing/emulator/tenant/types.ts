import type { Entity } from "./entity";

/** Who made or changed an object, as groups, policies and contracts carry it. */
export interface Author extends Entity {
  id: string;
  type: string;
}

export interface EnvironmentGroup extends Entity {
  id: string;
  displayName?: string;
  description?: string;
  parentGroupId?: string | null;
  childrenGroupIds?: string[] | null;
  createdTime?: string;
  createdBy?: Author;
  lastModifiedTime?: string;
  lastModifiedBy?: Author;
}

export interface Environment extends Entity {
  /** A GUID, or `Default-{tenantId}`. */
  id: string;
  displayName?: string | null;
  tenantId?: string | null;
  /** The environment SKU: Default, Production, Sandbox, Trial, Developer … */
  type?: string | null;
  state?: string | null;
  /** Lower-case location, e.g. unitedstates. */
  geo?: string | null;
  url?: string | null;
  domainName?: string | null;
  /** Present when the environment has Dataverse. */
  dataverseId?: string | null;
  environmentGroupId?: string | null;
  /** Standard = Managed Environment, Basic = not managed. */
  protectionLevel?: string | null;
  createdDateTime?: string | null;
  deletedDateTime?: string | null;
  /** Not on the wire of the environment: the entitlements of licensing show both. @default Disabled with Dataverse, Unavailable without */
  disasterRecoveryState?: "NotSpecified" | "Enabled" | "Ready" | "Disabled" | "Unavailable";
  disasterRecoveryLocation?: "NotSpecified" | "NearCopy" | "FarCopy";
}

/** A manual backup of an environment. */
export interface EnvironmentBackup extends Entity {
  id: string;
  environmentId: string;
  label: string;
  backupPointDateTime: string;
  /** It is dropped when the clock has come so far. */
  backupExpiryDateTime: string;
}

/** Settings entity of one environment; `Id` is the environment's. */
export interface EnvironmentSettings extends Entity {
  Id: string;
}

export type PrincipalType = "User" | "Group" | "ApplicationUser";

export interface RoleAssignment extends Entity {
  roleAssignmentId: string;
  /** `/tenants/{t}`, `/tenants/{t}/environmentgroups/{g}` or `/tenants/{t}/environments/{e}`. */
  scope: string;
  principalType: PrincipalType;
  principalObjectId: string;
  roleDefinitionId: string;
  createdByPrincipalType?: string;
  createdByPrincipalObjectId?: string;
  createdOn?: string;
  expiresOn?: string | null;
}

export interface BillingPolicy extends Entity {
  id: string;
  name?: string;
  type?: string;
  status?: "Enabled" | "Disabled" | "Provisioning";
  location?: string;
  billingInstrument?: { id?: string; resourceGroup?: string; subscriptionId?: string };
  createdOn?: string;
  createdBy?: Author;
  lastModifiedOn?: string;
  lastModifiedBy?: Author;
}

/** A billing policy that has not settled yet. */
export interface ProvisioningPolicy extends Entity {
  billingPolicyId: string;
  /** Status once it settles. */
  status: "Enabled" | "Disabled";
  /** Reads until it settles; null = until a test changes the policy itself. */
  looksLeft: number | null;
}

/** Its id in a collection is `{billingPolicyId}/{environmentId}`. */
export interface BillingPolicyEnvironment extends Entity {
  billingPolicyId: string;
  environmentId: string;
}

export interface IsvContract extends Entity {
  id: string;
  name?: string;
  status?: "Enabled" | "Disabled";
  geo?: string;
  consumer?: { tenantId?: string };
  conditions?: Entity;
  powerAutomatePolicy?: Entity;
  billingInstrument?: Entity;
  createdOn?: string;
  createdBy?: Author;
  lastModifiedOn?: string;
  lastModifiedBy?: Author;
}

/** Names of the built-in roles, for principals that hold one without a role assignment. */
export type RoleName = "owner" | "contributor" | "reader" | "role-based access control administrator";

/** A token of another identity provider that stands for an application. All three are compared exactly. */
export interface FederatedCredential {
  issuer: string;
  subject: string;
  /** @default ["api://AzureADTokenExchange"] */
  audiences?: string[];
}

/** Somebody who can sign in. */
export interface Principal extends Entity {
  /** Entra object id. */
  id: string;
  type: "User" | "Application";
  displayName?: string;
  /** Client id of an application. */
  appId?: string;
  /** Secret of an application. */
  secret?: string;
  /** The secret is refused because its time is over. @default false */
  secretExpired?: boolean;
  /** PEM texts of the certificates an application may sign its assertions with. @default any */
  certificates?: string[];
  /** Tokens of other identity providers that an application may sign in with. @default any */
  federatedCredentials?: FederatedCredential[];
  /** Whether an application may sign in users without proving who it is itself. @default false */
  isPublicClient?: boolean;
  /** Name to sign in with, of a user. */
  userPrincipalName?: string;
  password?: string;
  /** Has to prove more than a password, so a sign-in with nothing else is refused. @default false */
  mfa?: boolean;
  /** Object ids of the security groups it is a member of: what they are granted, it holds. @default [] */
  memberOf?: string[];
  /** Entra directory roles, each of which the search shows as a virtual assignment. @default [] */
  entraRoles?: string[];
  /** Roles held at tenant scope. Role assignments stored in the tenant count as well. */
  roles: RoleName[];
}
