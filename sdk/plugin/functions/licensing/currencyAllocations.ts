// Made from provider/functions/licensing/currencyAllocations.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetCurrencyAllocationsArgs,
  ListedCurrencyAllocation,
} from "../../../types/licensing/currencyAllocations";

const called = { name: "getCurrencyAllocations", result: "currencyAllocations" };

/**
 * The amounts of currencies that are allocated to one environment; also in a preview. The service answers 404 of an environment to which
 * nothing is allocated, as of one that does not exist: `getAllocationsByEnvironment` answers an empty list of the first.
 *
 *     export const allocations = getCurrencyAllocationsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/currency-allocation/get-currency-allocation-by-environment
 */
export function getCurrencyAllocations(
  args: GetCurrencyAllocationsArgs,
  options?: InvokeOptions,
): Promise<ListedCurrencyAllocation[]> {
  return throughPlugin(called, args, options);
}

/** {@link getCurrencyAllocations} for arguments that are outputs; it asks when they are known. */
export function getCurrencyAllocationsOutput(
  args: InputArgs<GetCurrencyAllocationsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedCurrencyAllocation[]> {
  return throughPluginOutput(called, args, options);
}
