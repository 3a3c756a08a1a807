// Made from provider/functions/environmentmanagement/locations.ts by `npm run generate`; a test says when it is not current.

import type { Output } from "@pulumi/pulumi";

import type { InputArgs } from "../../callArgs";
import { fromProgram, fromProgramOutput } from "../../callFromProgram";
import type { GetLocationsArgs, ListedLocation } from "../../types/environmentmanagement/locations";

const called = { name: "getLocations", result: "locations" };

/**
 * The locations that environments can be made in; also in a preview.
 *
 *     export const locations = getLocationsOutput({ name: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export function getLocations(args?: GetLocationsArgs): Promise<ListedLocation[]> {
  return fromProgram(called, args);
}

/** {@link getLocations} for arguments that are outputs; it asks when they are known. */
export function getLocationsOutput(args?: InputArgs<GetLocationsArgs>): Output<ListedLocation[]> {
  return fromProgramOutput(called, args);
}
