import { flag, integer, location, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The base languages that Dataverse can have in a location; also in a preview.
 *
 *     export const languages = getLanguagesOutput({ location: "europe", isTenantDefault: true });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export const languages = defineList({
  name: "getLanguages",
  result: "languages",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/provisioning/locations/{location}/languages",
  args: {
    /** Location such as `europe`. */
    location: location(),
    /** Locale id such as 1033. */
    localeId: integer().optional(),
    /** Whether it is the tenant's default. */
    isTenantDefault: flag().optional(),
  },
  item: {
    /** Locale id such as 1033, which `baseLanguageCode` of an environment takes. */
    localeId: integer().optional(),
    /** Name for people. */
    localizedName: text().optional(),
    /** Whether it is the tenant's default. */
    isTenantDefault: flag().optional(),
  },
});
