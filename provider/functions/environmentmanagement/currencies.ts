import { caseless, flag, location, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The currencies that Dataverse can have in a location; also in a preview.
 *
 *     export const currencies = getCurrenciesOutput({ location: "europe", isTenantDefault: true });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export const currencies = defineList({
  name: "getCurrencies",
  result: "currencies",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/provisioning/locations/{location}/currencies",
  args: {
    /** Location such as `europe`. */
    location: location(),
    /** Code such as `EUR`. */
    code: caseless().optional(),
    /** Whether it is the tenant's default. */
    isTenantDefault: flag().optional(),
  },
  item: {
    /** Code such as `EUR`. */
    code: text().optional(),
    /** Sign such as `€`. */
    symbol: text().optional(),
    /** Whether it is the tenant's default. */
    isTenantDefault: flag().optional(),
  },
});
