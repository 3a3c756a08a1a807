// Made from provider/functions/licensing/currencyReports.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetCurrencyReportsArgs, ListedCurrencyReport } from "../../../types/licensing/currencyReports";

const called = { name: "getCurrencyReports", result: "currencyReports" };

/**
 * What the tenant has bought, allocated and used of each currency that it holds; also in a preview.
 *
 *     export const used = getCurrencyReportsOutput({ includeConsumptions: true });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/currency-reports/list-currency-reports
 */
export function getCurrencyReports(
  args?: GetCurrencyReportsArgs,
  options?: InvokeOptions,
): Promise<ListedCurrencyReport[]> {
  return throughPlugin(called, args, options);
}

/** {@link getCurrencyReports} for arguments that are outputs; it asks when they are known. */
export function getCurrencyReportsOutput(
  args?: InputArgs<GetCurrencyReportsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedCurrencyReport[]> {
  return throughPluginOutput(called, args, options);
}
