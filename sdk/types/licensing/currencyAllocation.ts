// Made from provider/resources/licensing/currencyAllocation.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { SettingResourceArgs } from "../resourceArgs";

/** What a program says of {@link CurrencyAllocation}. */
export interface CurrencyAllocationArgs extends SettingResourceArgs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. Changing it replaces. */
  environmentId: Input<string>;
  /** The currency. Storage, such as Database, cannot be allocated. Changing it replaces. */
  currencyType: Input<
    | "AI"
    | "AppPass"
    | "AppPassForTeams"
    | "Invoice"
    | "MCSMessages"
    | "MCSSessions"
    | "PAHostedRPA"
    | "PAUnattendedRPA"
    | "PerFlowPlan"
    | "PortalAddOns"
    | "PortalLogins"
    | "PortalViews"
    | "PowerAutomatePerProcess"
    | "PowerPagesAnonymous"
    | "PowerPagesAuthenticated"
    | "ProcessMiningDataStorage"
    | "SCMessages"
    | "VAConversations"
  >;
  /** The amount, a whole number; of MCSMessages 0 or at least 500. Changes in place. */
  allocated: Input<number>;
}

/** What is known of a {@link CurrencyAllocation}. */
export interface CurrencyAllocationOutputs {
  /** Id of the environment, a GUID or `Default-{tenantId}`. */
  readonly environmentId: Output<string>;
  /** The currency. Storage, such as Database, cannot be allocated. */
  readonly currencyType: Output<
    | "AI"
    | "AppPass"
    | "AppPassForTeams"
    | "Invoice"
    | "MCSMessages"
    | "MCSSessions"
    | "PAHostedRPA"
    | "PAUnattendedRPA"
    | "PerFlowPlan"
    | "PortalAddOns"
    | "PortalLogins"
    | "PortalViews"
    | "PowerAutomatePerProcess"
    | "PowerPagesAnonymous"
    | "PowerPagesAuthenticated"
    | "ProcessMiningDataStorage"
    | "SCMessages"
    | "VAConversations"
  >;
  /** The amount, a whole number; of MCSMessages 0 or at least 500. */
  readonly allocated: Output<number>;
  /** The amount before, as JSON; 0 where nothing was allocated. `onDelete: "restore"` puts it back. */
  readonly found: Output<string | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
