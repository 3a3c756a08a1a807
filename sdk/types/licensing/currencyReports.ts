// Made from provider/functions/licensing/currencyReports.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getCurrencyReports}. */
export interface GetCurrencyReportsArgs {
  /** Whether `allocated` is answered. @default true */
  includeAllocations?: boolean | undefined;
  /** Whether `consumed` is answered. @default false */
  includeConsumptions?: boolean | undefined;
  /** Currency, in any case, such as `MCSMessages`. */
  currencyType?: string | undefined;
}

/** What was used. */
export interface ListedCurrencyReportConsumed {
  /** Amount that was used. */
  readonly unitsConsumed: number | undefined;
  /** Day of the last count, UTC. */
  readonly lastUpdatedDay: string | undefined;
}

/** An item of {@link getCurrencyReports}. */
export interface ListedCurrencyReport {
  /** Currency such as `MCSMessages`. */
  readonly currencyType: string | undefined;
  /** Amount that was bought. */
  readonly purchased: number | undefined;
  /** Amount that is allocated to environments. */
  readonly allocated: number | undefined;
  /** What was used. */
  readonly consumed: ListedCurrencyReportConsumed | undefined;
}
