// Made from provider/resources/licensing/isvContract.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type { IsvContractArgs, IsvContractOutputs } from "../../types/licensing/isvContract";

export interface IsvContract extends IsvContractOutputs {}

/**
 * Says that an independent software vendor pays for what a customer tenant uses of its solution. Only tenants that are
 * enrolled as such a vendor may use it; others are refused with 403.
 *
 *     new IsvContract("contoso", {
 *       name: "contosocontract1",
 *       geo: "europe",
 *       status: "Enabled",
 *       consumer: { tenantId: "22222222-2222-4222-8222-222222222222" },
 *       conditions: { apiFilter: { allowOtherPremiumConnectors: false, requiredApis: [{ name: "shared_sql" }] } },
 *       powerAutomatePolicy: { cloudFlowRunsPayAsYouGoState: "Enabled" },
 *       billingInstrument: { subscriptionId: "11111111-1111-4111-8111-111111111111", resourceGroup: "rg-isv" },
 *     });
 *
 * `name`, `status`, `conditions` and `powerAutomatePolicy` change in place, everything else replaces.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/isv-contract
 */
export class IsvContract extends CustomResource {
  constructor(name: string, args: IsvContractArgs, options?: CustomResourceOptions) {
    super(...registration("IsvContract", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id GUID of the contract
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): IsvContract {
    return new IsvContract(name, {} as IsvContractArgs, readOptions("IsvContract", name, id, options));
  }
}
