import { computedWhenAbsent, type FieldWords, object, text } from "../../declare/fields";

/** A user, by Entra object id. */
export const environmentUser = (words: FieldWords = {}) =>
  object(
    {
      /** Entra object id of the user. */
      userId: text({ canonical: (value) => value.toLowerCase() }),
      /** Name of the user. */
      displayName: computedWhenAbsent(text()),
      /** Kind of the principal. */
      type: computedWhenAbsent(text()),
      /** Tenant of the user. */
      tenantId: computedWhenAbsent(text()),
    },
    words,
  );
