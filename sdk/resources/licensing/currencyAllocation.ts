// Made from provider/resources/licensing/currencyAllocation.ts by `npm run generate`; a test says when it is not current.

import type { CustomResourceOptions, ID, Input } from "@pulumi/pulumi";
import { CustomResource } from "@pulumi/pulumi";

import { readOptions } from "../../readOptions";
import { registration } from "../../registration";
import type { CurrencyAllocationArgs, CurrencyAllocationOutputs } from "../../types/licensing/currencyAllocation";

export interface CurrencyAllocation extends CurrencyAllocationOutputs {}

/**
 * The amount of one currency, such as Copilot Studio messages, that an environment has of what the tenant owns.
 *
 *     new CurrencyAllocation("sales-messages", {
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *       currencyType: "MCSMessages",
 *       allocated: 25000,
 *     });
 *
 * The amount is absolute. Other currencies of the environment are left alone. An allocation cannot be deleted: deleting the resource
 * leaves the amount, or sets the one that was found, 0 where there was none (`onDelete: "restore"`). An environment without an
 * allocation draws on the tenant. It can take about 15 minutes until a new amount shows everywhere.
 * https://learn.microsoft.com/rest/api/power-platform/licensing/currency-allocation
 */
export class CurrencyAllocation extends CustomResource {
  constructor(name: string, args: CurrencyAllocationArgs, options?: CustomResourceOptions) {
    super(...registration("CurrencyAllocation", name, args, options));
  }

  /**
   * Reads an existing one without managing it. A missing one is an error that says where it was looked for.
   * @param id `{environmentId}/{currencyType}`
   */
  static get(name: string, id: Input<ID>, options?: CustomResourceOptions): CurrencyAllocation {
    return new CurrencyAllocation(
      name,
      {} as CurrencyAllocationArgs,
      readOptions("CurrencyAllocation", name, id, options),
    );
  }
}
