import { caseless, flag, list, location, object, text } from "../../declare/fields";
import { defineList } from "../defineFunction";

/**
 * The templates of Dynamics 365 that environments in a location can be made with; also in a preview.
 *
 *     export const templates = getTemplatesOutput({ location: "europe" });
 *
 * https://learn.microsoft.com/rest/api/power-platform/environmentmanagement/environment-provisioning
 */
export const templates = defineList({
  name: "getTemplates",
  result: "templates",
  apiVersion: "2024-10-01",
  path: "/environmentmanagement/provisioning/locations/{location}/templates",
  args: {
    /** Location such as `europe`. */
    location: location(),
    /** Name such as `D365_Sales`. */
    name: caseless().optional(),
  },
  item: {
    /** Name such as `D365_Sales`, which `templates` of an environment takes. */
    name: text().optional(),
    /** Name for people. */
    displayName: text().optional(),
    /** Whether it is an application of customer engagement. */
    isCustomerEngagement: flag().optional(),
    /** Whether a reset can use it. */
    isSupportedForResetOperation: flag().optional(),
    /** For which kinds of environments it can be used. */
    availability: list(
      object({
        /** Such as `Sandbox`. */
        environmentSku: text().optional(),
        /** Whether it cannot be used there. */
        isDisabled: flag().optional(),
        /** Why it cannot be used there. */
        disabledReason: object({
          /** The service's code. */
          code: text().optional(),
          /** The service's words. */
          message: text().optional(),
        }).optional(),
      }),
    ).optional(),
  },
});
