import { type FieldWords, object, text } from "../../declare/fields";

/** Who made or changed a billing policy or an ISV contract. */
export const licensingPrincipal = (words: FieldWords = {}) =>
  object(
    {
      /** Entra object id of the principal. */
      id: text(),
      /** Kind of the principal, such as `User`. */
      type: text(),
    },
    words,
  );
