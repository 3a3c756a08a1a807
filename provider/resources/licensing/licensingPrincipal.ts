import { type FieldWords, object, text } from "../../declare/fields";

/** Who made or changed a billing policy or an ISV contract. */
export const licensingPrincipal = (words: FieldWords = {}) => object({ id: text(), type: text() }, words);
