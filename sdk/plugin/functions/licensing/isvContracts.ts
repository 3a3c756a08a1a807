// Made from provider/functions/licensing/isvContracts.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetIsvContractsArgs, ListedIsvContract } from "../../../types/licensing/isvContracts";

const called = { name: "getIsvContracts", result: "isvContracts" };

/**
 * The ISV contracts of the tenant; also in a preview. Tenants that are not enrolled as a vendor are refused with 403.
 *
 *     export const inEurope = getIsvContractsOutput({ geo: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/isv-contract/list-isv-contracts
 */
export function getIsvContracts(args?: GetIsvContractsArgs, options?: InvokeOptions): Promise<ListedIsvContract[]> {
  return throughPlugin(called, args, options);
}

/** {@link getIsvContracts} for arguments that are outputs; it asks when they are known. */
export function getIsvContractsOutput(
  args?: InputArgs<GetIsvContractsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedIsvContract[]> {
  return throughPluginOutput(called, args, options);
}
