// Made from provider/resources/licensing/isvContract.ts by `npm run generate`; a test says when it is not current.

import type { Input, Output } from "@pulumi/pulumi";
import type { ResourceArgs } from "../resourceArgs";
import type { LicensingPrincipal } from "./licensingPrincipal";

/** The customer. Changing it replaces. */
export interface IsvContractConsumerArgs {
  /** Tenant of the customer. Changing it replaces. */
  tenantId: Input<string>;
}

/** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
export interface IsvContractConditionsApiFilterRequiredApisArgs {
  /** Name of the connector, such as `shared_sql`. */
  name: Input<string>;
}

/** Usage of which connectors is covered. Left out, there is no such filter. */
export interface IsvContractConditionsApiFilterArgs {
  /** Whether premium connectors outside `requiredApis` are covered too. Left out, the service decides. */
  allowOtherPremiumConnectors?: Input<boolean> | undefined;
  /** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
  requiredApis?: Input<Input<IsvContractConditionsApiFilterRequiredApisArgs>[]> | undefined;
}

/** Which usage the contract covers; may be empty. */
export interface IsvContractConditionsArgs {
  /** Usage of which connectors is covered. Left out, there is no such filter. */
  apiFilter?: Input<IsvContractConditionsApiFilterArgs> | undefined;
}

/** Which Power Automate runs are billed to the contract; what is left out the service decides. */
export interface IsvContractPowerAutomatePolicyArgs {
  /** Runs of cloud flows. Left out, the service decides. */
  cloudFlowRunsPayAsYouGoState?: Input<"Enabled" | "Disabled"> | undefined;
  /** Unattended runs of desktop flows. Left out, the service decides. */
  desktopFlowUnattendedRunsPayAsYouGoState?: Input<"Enabled" | "Disabled"> | undefined;
  /** Attended runs of desktop flows. Left out, the service decides. */
  desktopFlowAttendedRunsPayAsYouGoState?: Input<"Enabled" | "Disabled"> | undefined;
}

/** The vendor's Azure subscription that is billed. Changing it replaces. */
export interface IsvContractBillingInstrumentArgs {
  /** Azure subscription. Changing it replaces. */
  subscriptionId: Input<string>;
  /** Azure resource group, in any case. Changing it replaces. */
  resourceGroup: Input<string>;
  /** Azure resource id; left out, the service fills it in. Changing it replaces. */
  id?: Input<string> | undefined;
}

/** What a program says of {@link IsvContract}. */
export interface IsvContractArgs extends ResourceArgs {
  /** 10 to 64 letters or digits, nothing else. Changes in place. */
  name: Input<string>;
  /**
   * Geography such as `europe`, in any case; environments that use the contract have to be in it. One text, although
   * the reference prints the member of the request as a list. Changing it replaces.
   */
  geo: Input<string>;
  /** Whether the contract is in force. */
  status: Input<"Enabled" | "Disabled">;
  /** The customer. Changing it replaces. */
  consumer: Input<IsvContractConsumerArgs>;
  /** Which usage the contract covers; may be empty. */
  conditions: Input<IsvContractConditionsArgs>;
  /** Which Power Automate runs are billed to the contract; what is left out the service decides. */
  powerAutomatePolicy: Input<IsvContractPowerAutomatePolicyArgs>;
  /** The vendor's Azure subscription that is billed. Changing it replaces. */
  billingInstrument: Input<IsvContractBillingInstrumentArgs>;
}

/** The customer. */
export interface IsvContractConsumer {
  /** Tenant of the customer. */
  readonly tenantId: string;
}

/** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
export interface IsvContractConditionsApiFilterRequiredApis {
  /** Name of the connector, such as `shared_sql`. */
  readonly name: string;
}

/** Usage of which connectors is covered. Left out, there is no such filter. */
export interface IsvContractConditionsApiFilter {
  /** Whether premium connectors outside `requiredApis` are covered too. Left out, the service decides. */
  readonly allowOtherPremiumConnectors: boolean | undefined;
  /** Connectors an app or flow has to use to be covered, in any order. Left out, the list is kept empty. */
  readonly requiredApis: IsvContractConditionsApiFilterRequiredApis[] | undefined;
}

/** Which usage the contract covers; may be empty. */
export interface IsvContractConditions {
  /** Usage of which connectors is covered. Left out, there is no such filter. */
  readonly apiFilter: IsvContractConditionsApiFilter | undefined;
}

/** Which Power Automate runs are billed to the contract; what is left out the service decides. */
export interface IsvContractPowerAutomatePolicy {
  /** Runs of cloud flows. Left out, the service decides. */
  readonly cloudFlowRunsPayAsYouGoState: "Enabled" | "Disabled" | undefined;
  /** Unattended runs of desktop flows. Left out, the service decides. */
  readonly desktopFlowUnattendedRunsPayAsYouGoState: "Enabled" | "Disabled" | undefined;
  /** Attended runs of desktop flows. Left out, the service decides. */
  readonly desktopFlowAttendedRunsPayAsYouGoState: "Enabled" | "Disabled" | undefined;
}

/** The vendor's Azure subscription that is billed. */
export interface IsvContractBillingInstrument {
  /** Azure subscription. */
  readonly subscriptionId: string;
  /** Azure resource group, in any case. */
  readonly resourceGroup: string;
  /** Azure resource id; left out, the service fills it in. */
  readonly id: string | undefined;
}

/** What is known of a {@link IsvContract}. */
export interface IsvContractOutputs {
  /** 10 to 64 letters or digits, nothing else. */
  readonly name: Output<string>;
  /**
   * Geography such as `europe`, in any case; environments that use the contract have to be in it. One text, although
   * the reference prints the member of the request as a list.
   */
  readonly geo: Output<string>;
  /** Whether the contract is in force. */
  readonly status: Output<"Enabled" | "Disabled">;
  /** The customer. */
  readonly consumer: Output<IsvContractConsumer>;
  /** Which usage the contract covers; may be empty. */
  readonly conditions: Output<IsvContractConditions>;
  /** Which Power Automate runs are billed to the contract; what is left out the service decides. */
  readonly powerAutomatePolicy: Output<IsvContractPowerAutomatePolicy>;
  /** The vendor's Azure subscription that is billed. */
  readonly billingInstrument: Output<IsvContractBillingInstrument>;
  /** When the contract was made, UTC. */
  readonly createdOn: Output<string>;
  /** Who made the contract. */
  readonly createdBy: Output<LicensingPrincipal>;
  /** When it was last changed, UTC. */
  readonly lastModifiedOn: Output<string | undefined>;
  /** Who changed it last. */
  readonly lastModifiedBy: Output<LicensingPrincipal | undefined>;
  /** The tenant that holds the object. */
  readonly tenantId: Output<string>;
}
