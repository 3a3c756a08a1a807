// Made from provider/functions/licensing/currencyAllocations.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetCurrencyAllocationsArgs, ListedCurrencyAllocation } from "../../types/licensing/currencyAllocations";

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
export function getCurrencyAllocations(args: GetCurrencyAllocationsArgs): Promise<ListedCurrencyAllocation[]> {
  return fromProgram(called, args);
}

/** {@link getCurrencyAllocations} for arguments that are outputs; it asks when they are known. */
export function getCurrencyAllocationsOutput(
  args: InputArgs<GetCurrencyAllocationsArgs>,
): Output<ListedCurrencyAllocation[]> {
  return fromProgramOutput(called, args);
}
