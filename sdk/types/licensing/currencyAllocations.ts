// Made from provider/functions/licensing/currencyAllocations.ts by `npm run generate`; a test says when it is not current.

/** Arguments of {@link getCurrencyAllocations}. */
export interface GetCurrencyAllocationsArgs {
  /** Id of the environment: a GUID, or `Default-{tenantId}`. */
  environmentId: string;
  /** Currency, in any case, such as `MCSMessages`. */
  currencyType?: string | undefined;
}

/** An item of {@link getCurrencyAllocations}. */
export interface ListedCurrencyAllocation {
  /** Currency such as `MCSMessages`. */
  readonly currencyType: string | undefined;
  /** The amount. */
  readonly allocated: number | undefined;
}
