// Made from provider/functions/environmentmanagement/currencies.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetCurrenciesArgs, ListedCurrency } from "../../../types/environmentmanagement/currencies";

const called = { name: "getCurrencies", result: "currencies" };

/**
 * The currencies that Dataverse can have in a location; also in a preview.
 *
 *     export const currencies = getCurrenciesOutput({ location: "europe", isTenantDefault: true });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export function getCurrencies(args: GetCurrenciesArgs, options?: InvokeOptions): Promise<ListedCurrency[]> {
  return throughPlugin(called, args, options);
}

/** {@link getCurrencies} for arguments that are outputs; it asks when they are known. */
export function getCurrenciesOutput(
  args: InputArgs<GetCurrenciesArgs>,
  options?: InvokeOutputOptions,
): Output<ListedCurrency[]> {
  return throughPluginOutput(called, args, options);
}
