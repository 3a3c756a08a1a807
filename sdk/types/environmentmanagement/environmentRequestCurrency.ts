// Made from provider/resources/environmentmanagement/environmentRequestCurrency.ts by `npm run generate`; a test says when it is not current.

/** Currency of Dataverse, as `EnvironmentRequestCurrency` of the reference has it. */
export interface EnvironmentRequestCurrency {
  /** Code of the currency such as `USD`; `getCurrencies` lists them. */
  readonly code: string;
  /** Name of the currency. */
  readonly name: string | undefined;
  /** Symbol of the currency. */
  readonly symbol: string | undefined;
  /** Number of decimal places. */
  readonly precision: number | undefined;
}
