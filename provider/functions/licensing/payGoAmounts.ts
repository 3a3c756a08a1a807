import { object } from "../../declare/fields";
import { consumedAmount } from "./consumedAmount";
import { entitledAmount } from "./entitledAmount";

/** What is paid as it is used. */
export const payGoAmounts = () =>
  object({
    /** What was used. */
    consumed: consumedAmount().optional(),
    /** What may be used. */
    entitled: entitledAmount().optional(),
  });
