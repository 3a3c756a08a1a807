import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";

import type { isvContract } from "../provider/resources/licensing/isvContract";
import type { Args, Outputs } from "./args";
import { PowerPlatformResource } from "./powerPlatformResource";
import { readOptions } from "./readOptions";

export type IsvContractArgs = Args<typeof isvContract>;

export interface IsvContract extends Outputs<typeof isvContract> {}

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
export class IsvContract extends PowerPlatformResource {
  constructor(name: string, args: IsvContractArgs, options?: CustomResourceOptions) {
    super("IsvContract", name, args, options);
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id GUID of the contract
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): IsvContract {
    return new IsvContract(name, {} as IsvContractArgs, readOptions("IsvContract", name, id, options));
  }
}
