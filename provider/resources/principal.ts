import { type FieldWords, object, text } from "../lifecycle/fields";

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

/** Who made or changed a billing policy or an ISV contract. */
export const licensingPrincipal = (words: FieldWords = {}) => object({ id: text(), type: text() }, words);
