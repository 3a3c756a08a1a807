// Made from provider/functions/licensing/environmentEntitlements.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type {
  GetEnvironmentEntitlementsArgs,
  ListedEnvironmentEntitlement,
} from "../../../types/licensing/environmentEntitlements";

const called = { name: "getEnvironmentEntitlements", result: "environmentEntitlements" };

/**
 * What one environment has of each code that the tenant holds, with its state of disaster recovery, which the environment itself does
 * not show; also in a preview.
 *
 *     export const entitlements = getEnvironmentEntitlementsOutput({
 *       environmentId: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee",
 *     });
 *
 * https://learn.microsoft.com/rest/api/power-platform/licensing/entitlement/get-many-environment-entitlements
 */
export function getEnvironmentEntitlements(
  args: GetEnvironmentEntitlementsArgs,
  options?: InvokeOptions,
): Promise<ListedEnvironmentEntitlement[]> {
  return throughPlugin(called, args, options);
}

/** {@link getEnvironmentEntitlements} for arguments that are outputs; it asks when they are known. */
export function getEnvironmentEntitlementsOutput(
  args: InputArgs<GetEnvironmentEntitlementsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedEnvironmentEntitlement[]> {
  return throughPluginOutput(called, args, options);
}
