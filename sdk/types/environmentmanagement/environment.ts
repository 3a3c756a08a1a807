// Made from provider/resources/environmentmanagement/environment.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";
import type { LinkedEnvironmentMetadata } from "./linkedEnvironmentMetadata";
import type { EnvironmentUser } from "./environmentUser";

/** Currency of Dataverse. Only used at creation. */
export interface EnvironmentLinkedEnvironmentMetadataCurrencyArgs {
  /** Code of the currency such as `USD`; `getCurrencies` lists them. */
  code: Input<string>;
  /** Name of the currency. */
  name?: Input<string> | undefined;
  /** Symbol of the currency. */
  symbol?: Input<string> | undefined;
  /** Number of decimal places. */
  precision?: Input<number> | undefined;
}

/** Dataverse of the new environment. */
export interface EnvironmentLinkedEnvironmentMetadataArgs {
  /** Language of Dataverse as an LCID, such as 1033; `getLanguages` lists them. Only used at creation. */
  baseLanguageCode?: Input<number> | undefined;
  /** Currency of Dataverse. Only used at creation. */
  currency?: Input<EnvironmentLinkedEnvironmentMetadataCurrencyArgs> | undefined;
  /**
   * First part of the host name of Dataverse. The service keeps it unique, so where it is declared it alone says which
   * environment is meant. Set at creation: the API cannot change it.
   */
  domainName?: Input<string> | undefined;
  /** Entra group whose members may use the environment. Set at creation: the API cannot change it. */
  securityGroupId?: Input<string> | undefined;
  /**
   * Names of the templates of Dataverse, such as `D365_Sales`; `getTemplates` lists them. Only used at creation.
   */
  templates?: Input<Input<string>[]> | undefined;
}

/** User of a developer environment. Only used at creation. */
export interface EnvironmentUsedByArgs {
  /** Entra object id of the user. */
  userId: Input<string>;
  /** Name of the user. */
  displayName?: Input<string> | undefined;
  /** Kind of the principal. */
  type?: Input<string> | undefined;
  /** Tenant of the user. */
  tenantId?: Input<string> | undefined;
}

/** What a program says of {@link Environment}. */
export interface EnvironmentArgs extends ResourceArgs {
  /** Name of the environment. Set at creation: the API cannot change it. */
  displayName: Input<string>;
  /** Type of the environment. Changes in place (`modifySku`); which changes are allowed is not published. */
  environmentSku: Input<
    | "Production"
    | "Sandbox"
    | "Trial"
    | "Developer"
    | "Default"
    | "Standard"
    | "Premium"
    | "Basic"
    | "Support"
    | "SubscriptionBasedTrial"
    | "Teams"
    | "Platform"
  >;
  /**
   * Geography such as `europe` or `unitedstates` (no Azure region), in any case; `getLocations` lists them. Excludes `macroRegion`.
   * Set at creation: the API cannot change it.
   */
  location?: Input<string> | undefined;
  /** Macro region of the environment. Excludes `location`. Only used at creation. */
  macroRegion?: Input<string> | undefined;
  /**
   * `CommonDataService` asks for Dataverse, and needs `location` or `macroRegion`, and in `linkedEnvironmentMetadata`
   * `baseLanguageCode` and `currency.code`. Only used at creation.
   */
  databaseType?: Input<string> | undefined;
  /** Dataverse of the new environment. */
  linkedEnvironmentMetadata?: Input<EnvironmentLinkedEnvironmentMetadataArgs> | undefined;
  /** What the environment is for. Only used at creation: it is in no answer. */
  description?: Input<string> | undefined;
  /** User of a developer environment. Only used at creation. */
  usedBy?: Input<EnvironmentUsedByArgs> | undefined;
  /**
   * Billing policy of the new environment, for tenants that need one to create. Only used at creation: afterwards
   * `BillingPolicyEnvironment` has the link. A change is recorded and nothing is sent.
   */
  billingPolicyId?: Input<string> | undefined;
  /**
   * Whether a change of what the API cannot change makes a new environment. The old one is deleted with everything in it: before the
   * new one is made where the natural key stays the same, such as a domain name, else after it.
   * @default false
   */
  allowReplacement?: Input<boolean> | undefined;
  /**
   * Whether the environment may be deleted, with everything in it. It has to be in state: run `pulumi up` before you delete.
   * @default false
   */
  allowDelete?: Input<boolean> | undefined;
}

/** Who made it. */
export interface EnvironmentCreatedBy {
  /** Entra object id of the principal. */
  readonly id: string | undefined;
  /** Kind of the principal, such as `User`. */
  readonly type: string | undefined;
}

/** What is known of a {@link Environment}. */
export interface EnvironmentOutputs {
  /** Name of the environment. Set at creation: the API cannot change it. */
  readonly displayName: Output<string>;
  /** Type of the environment. Changes in place (`modifySku`); which changes are allowed is not published. */
  readonly environmentSku: Output<
    | "Production"
    | "Sandbox"
    | "Trial"
    | "Developer"
    | "Default"
    | "Standard"
    | "Premium"
    | "Basic"
    | "Support"
    | "SubscriptionBasedTrial"
    | "Teams"
    | "Platform"
  >;
  /**
   * Geography such as `europe` or `unitedstates` (no Azure region), in any case; `getLocations` lists them. Excludes `macroRegion`.
   * Set at creation: the API cannot change it.
   */
  readonly location: Output<string | undefined>;
  /** Macro region of the environment. Excludes `location`. Only used at creation. */
  readonly macroRegion: Output<string | undefined>;
  /**
   * `CommonDataService` asks for Dataverse, and needs `location` or `macroRegion`, and in `linkedEnvironmentMetadata`
   * `baseLanguageCode` and `currency.code`. Only used at creation.
   */
  readonly databaseType: Output<string | undefined>;
  /** Dataverse of the new environment. */
  readonly linkedEnvironmentMetadata: Output<LinkedEnvironmentMetadata | undefined>;
  /** What the environment is for. Only used at creation: it is in no answer. */
  readonly description: Output<string | undefined>;
  /** User of a developer environment. Only used at creation. */
  readonly usedBy: Output<EnvironmentUser | undefined>;
  /** Type of the environment as the service writes it. */
  readonly type: Output<string | undefined>;
  /** State as the service writes it, such as `Enabled`; its values are not published. */
  readonly state: Output<string | undefined>;
  /** Geography that it is in. */
  readonly geo: Output<string | undefined>;
  /** Azure region that it runs in. */
  readonly azureRegion: Output<string | undefined>;
  /** Address of its Dataverse. */
  readonly url: Output<string | undefined>;
  /** First part of the host name of its Dataverse. */
  readonly domainName: Output<string | undefined>;
  /** Id of its Dataverse. */
  readonly dataverseId: Output<string | undefined>;
  /** Version of its Dataverse. */
  readonly version: Output<string | undefined>;
  /** Who made it. */
  readonly createdBy: Output<EnvironmentCreatedBy | undefined>;
  /** When it was made, UTC. */
  readonly createdDateTime: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
