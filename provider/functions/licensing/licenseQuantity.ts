import { integer, object } from "../../declare/fields";

/** How many licences there are, by their state. */
export const licenseQuantity = () =>
  object({
    /** Those that can be used. */
    enabled: integer().optional(),
    /** Those that will end. */
    warning: integer().optional(),
    /** Those that have ended. */
    suspended: integer().optional(),
  });
