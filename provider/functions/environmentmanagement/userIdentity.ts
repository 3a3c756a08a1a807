import { object, text } from "../../declare/fields";

/** Who asked for an operation or made a backup. */
export const userIdentity = () =>
  object({
    /** Entra object id of the principal. */
    userId: text().optional(),
    /** Name of the principal. */
    displayName: text().optional(),
    /** Kind of the principal, such as `User`. */
    type: text().optional(),
    /** Tenant of the principal. */
    tenantId: text().optional(),
  });
