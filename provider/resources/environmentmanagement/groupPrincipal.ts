import { type FieldWords, object, text } from "../../declare/fields";

/** Who made or changed an environment group. A new group carries `id` and `type` only (recorded August 2026). */
export const groupPrincipal = (words: FieldWords = {}) =>
  object(
    {
      id: text(),
      displayName: text().optional(),
      email: text().optional(),
      tenantId: text().optional(),
      type: text().optional(),
      userPrincipalName: text().optional(),
    },
    words,
  );
