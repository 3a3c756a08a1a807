// Made from provider/functions/environmentmanagement/locations.ts by `npm run generate`; a test says when it is not current.

import type { InvokeOptions, InvokeOutputOptions, Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../../callArgs";
import { throughPlugin, throughPluginOutput } from "../../callPlugin";
import type { GetLocationsArgs, ListedLocation } from "../../../types/environmentmanagement/locations";

const called = { name: "getLocations", result: "locations" };

/**
 * The locations that environments can be made in; also in a preview.
 *
 *     export const locations = getLocationsOutput({ name: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export function getLocations(args?: GetLocationsArgs, options?: InvokeOptions): Promise<ListedLocation[]> {
  return throughPlugin(called, args, options);
}

/** {@link getLocations} for arguments that are outputs; it asks when they are known. */
export function getLocationsOutput(
  args?: InputArgs<GetLocationsArgs>,
  options?: InvokeOutputOptions,
): Output<ListedLocation[]> {
  return throughPluginOutput(called, args, options);
}
