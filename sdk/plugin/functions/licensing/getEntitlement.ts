// Made from provider/functions/licensing/getEntitlement.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetEntitlementArgs, GetEntitlementResult } from "../../../types/licensing/getEntitlement";

const called = { name: "getEntitlement" };

/**
 * What the tenant holds of one code, and how much of it is used; also in a preview. A tenant that buys by allocation may show 0 as
 * entitled and the amount as allocated.
 *
 *     export const credits = getEntitlementOutput({ entitlementId: "MCSMessages" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/entitlement/get-entitlement
 */
export function getEntitlement(args: GetEntitlementArgs, options?: InvokeOptions): Promise<GetEntitlementResult> {
  return throughPlugin(called, args, options);
}

/** {@link getEntitlement} for arguments that are outputs; it asks when they are known. */
export function getEntitlementOutput(
  args: InputArgs<GetEntitlementArgs>,
  options?: InvokeOutputOptions,
): Output<GetEntitlementResult> {
  return throughPluginOutput(called, args, options);
}
