import { computedWhenAbsent, integer, object, text } from "../../declare/fields";

/** Currency of Dataverse, as `EnvironmentRequestCurrency` of the reference has it. */
export const environmentRequestCurrency = () =>
  object({
    /** Code of the currency such as `USD`; `getCurrencies` lists them. */
    code: text(),
    /** Name of the currency. */
    name: computedWhenAbsent(text()),
    /** Symbol of the currency. */
    symbol: computedWhenAbsent(text()),
    /** Number of decimal places. */
    precision: computedWhenAbsent(integer()),
  });
