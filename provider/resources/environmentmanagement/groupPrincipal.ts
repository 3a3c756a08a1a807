import { type FieldWords, object, text } from "../../declare/fields";

/** Who made or changed an environment group. A new group carries `id` and `type` only (recorded August 2026). */
export const groupPrincipal = (words: FieldWords = {}) =>
  object(
    {
      /** Entra object id of the principal. */
      id: text(),
      /** Name of the principal. */
      displayName: text().optional(),
      /** Mail address of a user. */
      email: text().optional(),
      /** Tenant of the principal. */
      tenantId: text().optional(),
      /** Such as `User`. */
      type: text().optional(),
      /** Sign-in name of a user. */
      userPrincipalName: text().optional(),
    },
    words,
  );
