import { flag, location, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The locations that environments can be made in; also in a preview.
 *
 *     export const locations = getLocationsOutput({ name: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export const locations = defineList({
  name: "getLocations",
  result: "locations",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/provisioning/locations",
  args: {
    /** Name such as `europe`. */
    name: location().optional(),
    /** Whether it is the tenant's default. */
    isDefault: flag().optional(),
  },
  item: {
    /** Name such as `europe`, which `location` of an environment takes. */
    name: text().optional(),
    /** Name for people. */
    displayName: text().optional(),
    /** Short code such as `EMEA`. */
    code: text().optional(),
    /** Whether it is the tenant's default. */
    isDefault: flag().optional(),
    /** Whether no environment can be made there. */
    isDisabled: flag().optional(),
    /** Whether environments there can have Dataverse. */
    canProvisionDatabase: flag().optional(),
    /** Whether new features can be had there early. */
    hasFirstReleaseIslandAvailableForProvisioning: flag().optional(),
  },
});
