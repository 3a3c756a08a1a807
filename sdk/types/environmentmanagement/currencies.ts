// Made from provider/functions/environmentmanagement/currencies.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getCurrencies}. */
export interface GetCurrenciesArgs {
  /** Location such as `europe`. */
  location: string;
  /** Code such as `EUR`. */
  code?: string | undefined;
  /** Whether it is the tenant's default. */
  isTenantDefault?: boolean | undefined;
}

/** An item of {@link getCurrencies}. */
export interface ListedCurrency {
  /** Code such as `EUR`. */
  readonly code: string | undefined;
  /** Sign such as `€`. */
  readonly symbol: string | undefined;
  /** Whether it is the tenant's default. */
  readonly isTenantDefault: boolean | undefined;
}
