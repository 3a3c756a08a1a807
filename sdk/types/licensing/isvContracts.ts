// Made from provider/functions/licensing/isvContracts.ts by `npm run generate`; a test says when it is not current.

import type { LicensingPrincipal } from "./licensingPrincipal";

/** Arguments of {@link getIsvContracts}. */
export interface GetIsvContractsArgs {
  /** Name of the contract, in any case. */
  name?: string | undefined;
  /** Geography such as `europe`. */
  geo?: string | undefined;
  /** `Enabled` or `Disabled`. */
  status?: "Enabled" | "Disabled" | undefined;
}

/** The customer. */
export interface ListedIsvContractConsumer {
  /** Tenant of the customer. */
  readonly tenantId: string;
}

/** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
export interface ListedIsvContractConditionsApiFilterRequiredApis {
  /** Name of the connector, such as `shared_sql`. */
  readonly name: string;
}

/** Usage of which connectors is covered. Left out, there is no such filter. */
export interface ListedIsvContractConditionsApiFilter {
  /** Whether premium connectors outside `requiredApis` are covered too. Left out, the service decides. */
  readonly allowOtherPremiumConnectors: boolean | undefined;
  /** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
  readonly requiredApis: ListedIsvContractConditionsApiFilterRequiredApis[] | undefined;
}

/** Which usage the contract covers; may be empty. */
export interface ListedIsvContractConditions {
  /** Usage of which connectors is covered. Left out, there is no such filter. */
  readonly apiFilter: ListedIsvContractConditionsApiFilter | undefined;
}

/** Which Power Automate runs are billed to the contract; what is left out the service decides. */
export interface ListedIsvContractPowerAutomatePolicy {
  /** Runs of cloud flows. Left out, the service decides. */
  readonly cloudFlowRunsPayAsYouGoState: "Enabled" | "Disabled" | undefined;
  /** Unattended runs of desktop flows. Left out, the service decides. */
  readonly desktopFlowUnattendedRunsPayAsYouGoState: "Enabled" | "Disabled" | undefined;
  /** Attended runs of desktop flows. Left out, the service decides. */
  readonly desktopFlowAttendedRunsPayAsYouGoState: "Enabled" | "Disabled" | undefined;
}

/** The vendor's Azure subscription that is billed. */
export interface ListedIsvContractBillingInstrument {
  /** Azure subscription. */
  readonly subscriptionId: string;
  /** Azure resource group, in any case. */
  readonly resourceGroup: string;
  /** Azure resource id; left out, the service fills it in. */
  readonly id: string | undefined;
}

/** An item of {@link getIsvContracts}. */
export interface ListedIsvContract {
  /** GUID of the contract. */
  readonly id: string;
  /** 10 to 64 letters or digits, nothing else. */
  readonly name: string;
  /**
   * Geography such as `europe`, in any case; environments that use the contract have to be in it. One text, although
   * the reference prints the member of the request as a list.
   */
  readonly geo: string;
  /** Whether the contract is in force. */
  readonly status: "Enabled" | "Disabled";
  /** The customer. */
  readonly consumer: ListedIsvContractConsumer;
  /** Which usage the contract covers; may be empty. */
  readonly conditions: ListedIsvContractConditions;
  /** Which Power Automate runs are billed to the contract; what is left out the service decides. */
  readonly powerAutomatePolicy: ListedIsvContractPowerAutomatePolicy;
  /** The vendor's Azure subscription that is billed. */
  readonly billingInstrument: ListedIsvContractBillingInstrument;
  /** When the contract was made, UTC. */
  readonly createdOn: string;
  /** Who made the contract. */
  readonly createdBy: LicensingPrincipal;
  /** When it was last changed, UTC. */
  readonly lastModifiedOn: string | undefined;
  /** Who changed it last. */
  readonly lastModifiedBy: LicensingPrincipal | undefined;
}
